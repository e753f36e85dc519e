import { DataFactory, Writer } from 'n3';
import { prefixes, type TripleList, type Value } from './triple-list.js';

/** Characters that no IRI may have; a description's address with one would make the whole file invalid. */
const escapeIri = (value: string): string => value.replace(/[\p{Cc}\s<>"{}|^`\\]/gu, encodeURIComponent);

/** Triples as Turtle, with the profile's usual prefixes. */
export function asTurtle(list: TripleList): string {
  const { blankNode, literal, namedNode, quad } = DataFactory;
  const term = (value: Value) => {
    if (value.kind === 'iri') return namedNode(escapeIri(value.value));
    if (value.kind === 'blank') return blankNode(list.labelOf(value));
    return literal(value.value, value.language ?? (value.datatype ? namedNode(value.datatype) : undefined));
  };
  const writer = new Writer({ format: 'text/turtle', prefixes });
  writer.addQuads(list.triples.map((each) => quad(term(each.subject), namedNode(each.property), term(each.object))));
  let text = '';
  writer.end((error, result) => {
    if (error) throw error;
    text = result;
  });
  return text;
}

/** Triples as JSON-LD: one flat list of nodes, the context inline, nothing to be fetched. */
export function asJsonLd(list: TripleList): object {
  const nodes = new Map<string, Record<string, unknown[]>>();
  for (const { subject, property, object } of list.triples) {
    const id = idOf(list, subject);
    const node = nodes.get(id) ?? {};
    nodes.set(id, node);
    const name = property === `${prefixes.rdf}type` ? '@type' : shortened(property);
    const value = name === '@type' && object.kind === 'iri' ? shortened(object.value) : jsonValue(list, object);
    (node[name] ??= []).push(value);
  }
  return { '@context': prefixes, '@graph': [...nodes].map(([id, properties]) => ({ '@id': id, ...properties })) };
}

const idOf = (list: TripleList, value: Value): string =>
  value.kind === 'iri' ? escapeIri(value.value) : `_:${list.labelOf(value)}`;

function jsonValue(list: TripleList, value: Value): object {
  if (value.kind !== 'literal') return { '@id': idOf(list, value) };
  return {
    '@value': value.value,
    ...(value.language ? { '@language': value.language } : {}),
    ...(value.datatype ? { '@type': value.datatype } : {}),
  };
}

function shortened(iri: string): string {
  const found = Object.entries(prefixes).find(
    ([, namespace]) => iri.startsWith(namespace) && iri.length > namespace.length,
  );
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}
