import type { Agent, Concept, Contact, Distribution, Period } from '../description/dataset-description.js';
import type { Texts } from '../description/texts.js';
import { type Graph, iriOf, type Term } from './graph.js';
import type { Name } from './vocabulary.js';

/** Agents, contacts, concepts, periods and distributions: the small classes that datasets point to. */

export function readAgent(graph: Graph, node: Term): Agent {
  const contact = graph.value(node, 'cv:contactPoint') ?? node;
  return compact({
    uri: iriOf(node),
    name: graph.texts(node, 'foaf:name', 'vcard:fn', 'rdfs:label'),
    email: address(graph.string(contact, 'cv:email', 'foaf:mbox', 'vcard:hasEmail')),
    homepage: graph.string(node, 'foaf:homepage') ?? graph.string(contact, 'cv:contactPage'),
    type: graph.string(node, 'dct:type', 'healthdcatap:publisherType'),
    note: present(graph.texts(node, 'healthdcatap:publisherNote')),
  });
}

export function readContact(graph: Graph, node: Term): Contact {
  return compact({
    name: graph.string(node, 'vcard:fn', 'vcard:organization-name', 'foaf:name'),
    email: address(graph.string(node, 'vcard:hasEmail', 'foaf:mbox')),
    url: graph.string(node, 'vcard:hasURL', 'foaf:homepage') ?? iriOf(node),
  });
}

/** A concept's own label where the file gives one; a literal is a concept that has only a label. */
export function readConcepts(graph: Graph, node: Term, ...properties: Name[]): Concept[] {
  return graph
    .values(node, ...properties)
    .map((value): Concept => {
      if (value.termType === 'Literal')
        return { label: { [value.language?.toLowerCase() || 'und']: value.value.trim() } };
      return compact({
        uri: iriOf(value),
        label: graph.texts(value, 'skos:prefLabel', 'rdfs:label', 'dct:description', 'dct:title'),
      });
    })
    .filter((concept) => concept.uri !== undefined || Object.keys(concept.label).length > 0);
}

export function readPeriods(graph: Graph, node: Term, property: Name): Period[] {
  return graph
    .values(node, property)
    .map((period) =>
      compact({
        start: instant(graph, period, 'dcat:startDate', 'time:hasBeginning'),
        end: instant(graph, period, 'dcat:endDate', 'time:hasEnd'),
      }),
    )
    .filter((period) => period.start !== undefined || period.end !== undefined);
}

function instant(graph: Graph, period: Term, plain: Name, node: Name): string | undefined {
  const inner = graph.value(period, node);
  return (
    graph.string(period, plain) ??
    (inner && graph.string(inner, 'time:inXSDDate', 'time:inXSDDateTimeStamp', 'time:inXSDDateTime', 'time:inXSDgYear'))
  );
}

export function readDistributions(graph: Graph, node: Term, property: Name): Distribution[] {
  return graph.values(node, property).map((each) => readDistribution(graph, each));
}

function readDistribution(graph: Graph, node: Term): Distribution {
  const size = Number(graph.string(node, 'dcat:byteSize'));
  return compact({
    uri: iriOf(node),
    title: graph.texts(node, 'dct:title'),
    description: graph.texts(node, 'dct:description'),
    accessUrls: graph.strings(node, 'dcat:accessURL'),
    downloadUrls: graph.strings(node, 'dcat:downloadURL'),
    format: graph.string(node, 'dct:format'),
    mediaType: graph.string(node, 'dcat:mediaType'),
    license: graph.string(node, 'dct:license'),
    rights: readLabels(graph, node, 'dct:rights'),
    legislation: graph.strings(node, 'dcatap:applicableLegislation'),
    byteSize: Number.isSafeInteger(size) && size > 0 ? size : undefined,
  });
}

/** Labels of the nodes a property points to (provenance and rights statements), or its literals. */
export function readLabels(graph: Graph, node: Term, property: Name): Texts {
  const labels: Record<string, string[]> = {};
  const collect = (texts: Texts) => {
    for (const [language, text] of Object.entries(texts)) (labels[language] ??= []).push(text);
  };
  collect(graph.texts(node, property));
  for (const each of graph.values(node, property)) {
    if (each.termType !== 'Literal') collect(graph.texts(each, 'rdfs:label', 'dct:description', 'skos:prefLabel'));
  }
  return Object.fromEntries(Object.entries(labels).map(([language, texts]) => [language, texts.sort().join('\n')]));
}

const address = (value: string | undefined): string | undefined => value?.replace(/^mailto:/i, '');

const present = (texts: Texts): Texts | undefined => (Object.keys(texts).length > 0 ? texts : undefined);

/** Without the properties that are absent, so that equal content is equal JSON. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
