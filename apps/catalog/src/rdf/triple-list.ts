import { iri, type Name, ns, type Prefix } from './vocabulary.js';

/** A node or literal to be written. Blank nodes get their labels from the list, in order. */
export type Value =
  | { readonly kind: 'iri'; readonly value: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'literal'; readonly value: string; readonly datatype?: string; readonly language?: string };

export interface WrittenTriple {
  readonly subject: Value;
  readonly property: string;
  readonly object: Value;
}

/** Triples in the order they were said. */
export class TripleList {
  readonly triples: WrittenTriple[] = [];
  private readonly labels = new Map<Value, string>();

  add(subject: Value, property: Name, object: Value): void {
    this.triples.push({ subject, property: iri(property), object });
  }

  /** `_:b0` for a blank node: the same for the same node object. */
  labelOf(node: Value): string {
    const label = this.labels.get(node) ?? `b${this.labels.size}`;
    this.labels.set(node, label);
    return label;
  }
}

const isPrefixed = (value: string): value is Name => value.slice(0, value.indexOf(':')) in ns && !value.includes('://');

export const iriNode = (value: string): Value => ({ kind: 'iri', value: isPrefixed(value) ? iri(value) : value });

/** A new object each time: two blank nodes are two nodes. */
export const blank = (): Value => ({ kind: 'blank' });

/** `und` is a text without a language tag. */
export const literal = (value: string, datatype?: Name, language?: string): Value => ({
  kind: 'literal',
  value,
  ...(datatype ? { datatype: iri(datatype) } : {}),
  ...(language && language !== 'und' ? { language } : {}),
});

export const prefixes: Readonly<Record<Prefix, string>> = ns;
