/** A text with the places of what must be different each time: text, place, text, place, …, text. */
export interface Pattern {
  readonly texts: readonly string[];
  /** Indexes into what is filled in. */
  readonly places: readonly number[];
}

/** Cuts a text where one of `varied` stands; no one of them may begin another. */
export function patternOf(text: string, varied: readonly string[]): Pattern {
  const index = new Map(varied.map((was, place) => [was, place]));
  const any = new RegExp(varied.map((was) => was.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const texts: string[] = [];
  const places: number[] = [];
  let from = 0;
  for (const found of varied.length > 0 ? text.matchAll(any) : []) {
    texts.push(text.slice(from, found.index));
    places.push(index.get(found[0]) as number);
    from = found.index + found[0].length;
  }
  return { texts: [...texts, text.slice(from)], places };
}

export function filled({ texts, places }: Pattern, made: readonly string[]): string {
  let text = texts[0] as string;
  for (let at = 0; at < places.length; at++) text += (made[places[at] as number] as string) + (texts[at + 1] as string);
  return text;
}
