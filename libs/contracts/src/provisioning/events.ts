export const provisioningEvents = [] as const;
