/** Policy: the committee counts days and months, and tells the time, where it sits. */
export const seatZone = 'Europe/Paris';
