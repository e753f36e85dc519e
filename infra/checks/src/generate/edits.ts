/** A text put into a file at an offset of its present text. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

export function inserted(text: string, insertions: readonly Insertion[]): string {
  const fromTheEnd = [...insertions].sort((one, other) => other.at - one.at);
  return fromTheEnd.reduce((result, { at, text: more }) => result.slice(0, at) + more + result.slice(at), text);
}

interface List {
  readonly start: number;
  readonly end: number;
  readonly elements: readonly ({ readonly end: number } | null)[];
}

/** One more element at the end of `[a, b]`. */
export function appended(text: string, list: List, element: string): Insertion {
  const last = list.elements.at(-1);
  if (!last) return { at: list.start + 1, text: element };
  const indent = /\n( +)[^\n]*$/.exec(text.slice(0, last.end))?.[1];
  const onOwnLines = text.slice(list.start, list.end).includes('\n') && indent !== undefined;
  return { at: last.end, text: onOwnLines ? `,\n${indent}${element}` : `, ${element}` };
}

/** After the last import of a file. */
export function imported(imports: readonly { readonly end: number }[], line: string): Insertion {
  const at = imports.at(-1)?.end;
  return at === undefined ? { at: 0, text: `${line}\n` } : { at, text: `\n${line}` };
}
