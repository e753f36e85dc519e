/** Text as it is compared in a search: lower case, without accents or punctuation. */
export const comparable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A LIKE pattern; `comparable` leaves none of its wildcards. */
export const containing = (words: string): string => `%${comparable(words).replaceAll(' ', '%')}%`;
