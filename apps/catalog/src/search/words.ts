/**
 * Text → the words it is found by, the same for documents and queries: accents folded,
 * lower case, plurals reduced lightly (French and English alike, so that one index serves both).
 */
export function wordsOf(text: string): string[] {
  return tokensOf(fold(text))
    .flatMap((token) => (token.includes('_') ? [token, ...token.split('_').map(singular)] : [singular(token)]))
    .filter((word) => word.length > 1 && !stopWords.has(word));
}

/** `Décès à l'hôpital` → `deces a l'hopital`. Letters only change, their order does not. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o');
}

/** Column names keep their underscores here: `BEN_NIR_PSA` is one token. */
export const tokensOf = (folded: string): string[] =>
  folded
    .split(/[^\p{L}\p{N}_]+/u)
    .map((token) => token.replace(/^_+|_+$/g, ''))
    .filter((token) => token !== '');

/** `cancers` → `cancer`, `hopitaux` → `hopital`, `reseaux` → `reseau`; `virus`, `diagnosis` stay. */
export function singular(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/[^suio]s$/.test(word) || /eux$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Words so common that they tell nothing. `ou` and `or` are kept out too: all words of a query must match. */
const stopWords = new Set(
  (
    'au aux avec ce ces dans de des du elle en est et il je la le les leur lui ma mais me meme mes mon ne nos notre nous on ou ' +
    'par pas pour qu que qui sa se ses son sont sur ta te tes ton tu un une vos votre vous ' +
    'an and are as at be by for from has in is it its of on or that the their this to was were which with'
  ).split(' '),
);
