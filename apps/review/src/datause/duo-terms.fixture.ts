/** The terms in force of the Data Use Ontology, release 2021-02-23 (CC BY 4.0), canonically written. */
export const publishedCodes = [
  ...[1, 4, 6, 7, 11, 12, 15, 16, 17, 18, 19, 20, 21, 22, 24, 25, 26, 27, 28, 29],
  ...[31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 42, 43, 44, 45, 46],
].map((number) => `DUO:${String(number).padStart(7, '0')}`);
