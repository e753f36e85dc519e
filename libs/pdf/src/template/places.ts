import type { Part, Template, Wording } from './template.js';

/** A wording of a template: where it stands, within which rows, and under which conditions. */
export interface Place {
  readonly path: string;
  readonly wording: Wording;
  readonly rows?: string;
  readonly under: readonly string[];
}

/** A name that a template gives outside of words: a condition, or the rows of a list or table. */
export interface Use {
  readonly path: string;
  readonly name: string;
  readonly as: 'condition' | 'rows';
  readonly under: readonly string[];
}

/** Everything in a template that must be judged. */
export function placesIn({ title, subtitle, footer, sections }: Template): { places: Place[]; uses: Use[] } {
  const places: Place[] = [{ path: '/title', wording: title, under: [] }];
  const uses: Use[] = [];
  if (subtitle !== undefined) places.push({ path: '/subtitle', wording: subtitle, under: [] });
  if (footer !== undefined) places.push({ path: '/footer', wording: footer, under: [] });
  for (const [index, section] of sections.entries()) {
    const path = `/sections/${index}`;
    const under = conditionsOf(section, path, [], uses);
    if (section.heading !== undefined) places.push({ path: `${path}/heading`, wording: section.heading, under });
    for (const [place, part] of section.parts.entries()) addPart(part, `${path}/parts/${place}`, under, places, uses);
  }
  return { places, uses };
}

function addPart(part: Part, path: string, outer: readonly string[], places: Place[], uses: Use[]): void {
  const under = conditionsOf(part, path, outer, uses);
  const add = (member: string, wording: Wording, rows?: string) =>
    places.push({ path: `${path}/${member}`, wording, under, ...(rows !== undefined && { rows }) });
  if ('of' in part) uses.push({ path: `${path}/of`, name: part.of, as: 'rows', under });
  switch (part.kind) {
    case 'text':
      add('text', part.text);
      return;
    case 'facts':
      for (const [index, { name, value }] of part.facts.entries()) {
        add(`facts/${index}/name`, name);
        add(`facts/${index}/value`, value);
      }
      return;
    case 'list':
      add('item', part.item, part.of);
      return;
    case 'table':
      for (const [index, { head, cell }] of part.columns.entries()) {
        add(`columns/${index}/head`, head);
        add(`columns/${index}/cell`, cell, part.of);
      }
  }
}

function conditionsOf(
  { when, unless }: { readonly when?: string; readonly unless?: string },
  path: string,
  outer: readonly string[],
  uses: Use[],
): readonly string[] {
  if (when !== undefined) uses.push({ path: `${path}/when`, name: when, as: 'condition', under: outer });
  if (unless !== undefined) uses.push({ path: `${path}/unless`, name: unless, as: 'condition', under: outer });
  return [...outer, ...(when === undefined ? [] : [when]), ...(unless === undefined ? [] : [`no ${unless}`])];
}
