export const catalogEvents = [] as const;
