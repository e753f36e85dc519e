import { fold, singular, tokensOf } from './words.js';

/** A stretch of text, and whether it is what was searched for. Plain text: the reader's page escapes it. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** The text in stretches, or undefined where no word of the query stands in it. */
export function highlight(text: string, words: readonly string[]): Stretch[] | undefined {
  const stretches: Stretch[] = [];
  let found = false;
  for (const part of text.split(/([\p{L}\p{N}\p{M}_]+)/u)) {
    if (part === '') continue;
    const hit = matches(part, words);
    found ||= hit;
    const last = stretches.at(-1);
    if (last !== undefined && last.hit === hit) stretches[stretches.length - 1] = { text: last.text + part, hit };
    else stretches.push({ text: part, hit });
  }
  return found ? stretches : undefined;
}

/** A window of about `length` characters around the first match, for long descriptions. */
export function excerpt(text: string, words: readonly string[], length = 240): Stretch[] | undefined {
  const match = [...text.matchAll(/[\p{L}\p{N}\p{M}_]+/gu)].find((each) => matches(each[0], words));
  if (match === undefined) return undefined;
  const from = text.length <= length ? 0 : wordStart(text, Math.max(0, match.index - length / 3));
  const to = Math.min(text.length, from + length);
  const window = `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
  return highlight(window, words);
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return at === 0 || space === -1 || space > at + 40 ? Math.floor(at) : space + 1;
}

function matches(part: string, words: readonly string[]): boolean {
  return tokensOf(fold(part)).some((token) => {
    const forms = [token, ...(token.includes('_') ? token.split('_') : [])].flatMap((form) => [form, singular(form)]);
    return forms.some((form) => words.some((word) => (word.length < 3 ? form === word : form.startsWith(word))));
  });
}
