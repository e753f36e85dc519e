import type { Agent, Concept, Period } from '../description/dataset-description.js';
import type { TextLists, Texts } from '../description/texts.js';
import { blank, iriNode, literal, type TripleList, type Value } from './triple-list.js';
import type { Name } from './vocabulary.js';

/** The small classes that datasets point to, and texts in their languages. */

export function agent(
  triples: TripleList,
  dataset: Value,
  property: Name,
  { uri, name, email, homepage, type, note }: Agent,
): void {
  const node = uri ? iriNode(uri) : blank();
  triples.add(dataset, property, node);
  triples.add(node, 'rdf:type', iriNode('foaf:Agent'));
  texts(triples, node, 'foaf:name', name);
  if (type) triples.add(node, 'dct:type', iriNode(type));
  if (note) texts(triples, node, 'healthdcatap:publisherNote', note);
  if (!email && !homepage) return;
  const contact = blank();
  triples.add(node, 'cv:contactPoint', contact);
  triples.add(contact, 'rdf:type', iriNode('cv:ContactPoint'));
  if (email) triples.add(contact, 'cv:email', literal(email));
  if (homepage) triples.add(contact, 'cv:contactPage', iriNode(homepage));
}

export function concept(triples: TripleList, subject: Value, property: Name, { uri, label }: Concept): void {
  const node = uri ? iriNode(uri) : blank();
  triples.add(subject, property, node);
  if (Object.keys(label).length > 0) texts(triples, node, 'skos:prefLabel', label);
}

export function writePeriod(triples: TripleList, subject: Value, property: Name, { start, end }: Period): void {
  const node = blank();
  triples.add(subject, property, node);
  triples.add(node, 'rdf:type', iriNode('dct:PeriodOfTime'));
  if (start) triples.add(node, 'dcat:startDate', instant(start));
  if (end) triples.add(node, 'dcat:endDate', instant(end));
}

export function texts(triples: TripleList, subject: Value, property: Name, values: Texts): void {
  for (const [language, value] of Object.entries(values))
    triples.add(subject, property, literal(value, undefined, language));
}

export function lists(triples: TripleList, subject: Value, property: Name, values: TextLists): void {
  for (const [language, list] of Object.entries(values)) {
    for (const value of list) triples.add(subject, property, literal(value, undefined, language));
  }
}

export function labelled(triples: TripleList, subject: Value, property: Name, type: Name, values: Texts): void {
  if (Object.keys(values).length === 0) return;
  const node = blank();
  triples.add(subject, property, node);
  triples.add(node, 'rdf:type', iriNode(type));
  texts(triples, node, 'rdfs:label', values);
}

export const instant = (value: string): Value =>
  literal(
    value,
    value.includes('T')
      ? 'xsd:dateTime'
      : value.length === 4
        ? 'xsd:gYear'
        : value.length === 7
          ? 'xsd:gYearMonth'
          : 'xsd:date',
  );
