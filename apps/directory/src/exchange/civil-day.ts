const inParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The civil day on which mandates begin and end, `2026-01-31`: that of the offices, not of Greenwich. */
export const civilDay = (at: Date): string => inParis.format(at);
