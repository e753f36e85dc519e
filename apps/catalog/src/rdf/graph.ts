import { distinctFindings, type Finding, finding } from '../description/finding.js';
import type { TextLists, Texts } from '../description/texts.js';
import { iri, type Name, readProperty } from './vocabulary.js';

/** The part of RDF/JS that n3 and jsonld have in common. */
export interface Term {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
}

export interface Triple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

/**
 * Triples by subject and property, read with the questions an importer asks. Nodes come in
 * the order of the file, strings and texts sorted: RDF has no order, and what is taken from
 * several values must not differ because a file was written anew.
 */
export class Graph {
  readonly findings: readonly Finding[];
  private readonly nodes = new Map<string, Map<string, Term[]>>();
  private readonly terms = new Map<string, Term>();

  constructor(triples: Iterable<Triple>) {
    const findings: Finding[] = [];
    for (const triple of triples) {
      const property = readProperty(triple.predicate.value);
      findings.push(...remarks(property));
      this.add(triple.subject, property.iri, triple.object);
    }
    this.findings = distinctFindings(findings);
  }

  /** Nodes with this `rdf:type`, in the order of the file. */
  ofType(type: Name): Term[] {
    const wanted = iri(type);
    return [...this.nodes.entries()]
      .filter(([, properties]) => properties.get(iri('rdf:type'))?.some((term) => term.value === wanted))
      .map(([key]) => this.terms.get(key) as Term);
  }

  has(node: Term, property: Name): boolean {
    return this.nodes.get(keyOf(node))?.has(iri(property)) ?? false;
  }

  isDescribed(node: Term): boolean {
    return this.nodes.has(keyOf(node));
  }

  /** Values of the first of the properties that has any. */
  values(node: Term, ...properties: Name[]): Term[] {
    const known = this.nodes.get(keyOf(node));
    for (const property of properties) {
      const values = known?.get(iri(property));
      if (values) return values.flatMap((value) => this.unlisted(value));
    }
    return [];
  }

  value(node: Term, ...properties: Name[]): Term | undefined {
    return this.values(node, ...properties)[0];
  }

  /** Literals and IRIs as trimmed strings, blank nodes left out. */
  strings(node: Term, ...properties: Name[]): string[] {
    const strings = this.values(node, ...properties)
      .filter((term) => term.termType !== 'BlankNode')
      .map((term) => term.value.trim())
      .filter((value) => value !== '');
    return [...new Set(strings)].sort();
  }

  string(node: Term, ...properties: Name[]): string | undefined {
    return this.strings(node, ...properties)[0];
  }

  /** One text per language; several of one language are put one under the other. */
  texts(node: Term, ...properties: Name[]): Texts {
    return Object.fromEntries(
      Object.entries(this.lists(node, ...properties)).map(([language, values]) => [language, values.join('\n')]),
    );
  }

  lists(node: Term, ...properties: Name[]): TextLists {
    const lists: Record<string, string[]> = {};
    for (const term of this.values(node, ...properties).sort(byValue)) {
      const text = term.value.trim();
      if (term.termType !== 'Literal' || text === '') continue;
      const list = (lists[languageOf(term)] ??= []);
      if (!list.includes(text)) list.push(text);
    }
    return lists;
  }

  /** The members of an `rdf:List`, in order; any other value as it is. */
  private unlisted(value: Term): Term[] {
    const members: Term[] = [];
    const visited = new Set<string>();
    for (let node: Term | undefined = value; node !== undefined && !visited.has(keyOf(node)); ) {
      visited.add(keyOf(node));
      const properties: Map<string, Term[]> | undefined = this.nodes.get(keyOf(node));
      const first = properties?.get(iri('rdf:first'))?.[0];
      if (first === undefined) break;
      members.push(first);
      node = properties?.get(iri('rdf:rest'))?.[0];
    }
    if (members.length > 0) return members;
    return value.value === iri('rdf:nil') ? [] : [value];
  }

  private add(subject: Term, property: string, object: Term): void {
    const key = keyOf(subject);
    this.terms.set(key, subject);
    const properties = this.nodes.get(key) ?? new Map<string, Term[]>();
    this.nodes.set(key, properties);
    properties.set(property, [...(properties.get(property) ?? []), object]);
  }
}

export const keyOf = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);

export const iriOf = (term: Term): string | undefined => (term.termType === 'NamedNode' ? term.value : undefined);

const languageOf = (term: Term): string => term.language?.toLowerCase() || 'und';

const byValue = (a: Term, b: Term): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

function remarks(property: ReturnType<typeof readProperty>): Finding[] {
  const named = property.iri.replace('http://healthdataportal.eu/ns/health#', 'healthdcatap:');
  return [
    ...(property.oldNamespace ? [finding('old-namespace', { value: property.oldNamespace })] : []),
    ...(property.misspelt ? [finding('misspelt-property', { property: named, value: property.misspelt })] : []),
  ];
}
