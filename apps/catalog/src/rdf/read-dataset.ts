import {
  type AccessRight,
  type Agent,
  accessRights,
  type DatasetDescription,
} from '../description/dataset-description.js';
import { distinctFindings, type Finding, finding } from '../description/finding.js';
import { readDataUse } from './data-use.js';
import { type Graph, iriOf, type Term } from './graph.js';
import {
  compact,
  readAgent,
  readConcepts,
  readContact,
  readDistributions,
  readLabels,
  readPeriods,
} from './read-agent.js';
import { readTables } from './read-tables.js';
import { RefusedDocument } from './refused-document.js';
import { lastSegment, type Name } from './vocabulary.js';

export interface ReadDataset {
  readonly description: DatasetDescription;
  readonly findings: readonly Finding[];
}

/**
 * Every `dcat:Dataset` of a graph. What is missing is not judged here (see completeness).
 * @throws RefusedDocument when there is none.
 */
export function readDatasets(graph: Graph): ReadDataset[] {
  const nodes = graph.ofType('dcat:Dataset');
  if (nodes.length === 0) {
    throw new RefusedDocument('no-dataset', {
      fr: 'Le document ne décrit aucun dcat:Dataset.',
      en: 'The document describes no dcat:Dataset.',
    });
  }
  return nodes.map((node) => readDataset(graph, node, nodes.length === 1));
}

function readDataset(graph: Graph, node: Term, isOnly: boolean): ReadDataset {
  const findings: Finding[] = [...graph.findings];
  const { tables, findings: onTables } = readTables(graph, node, isOnly);
  const structured = readStructured(graph, node, tables.length > 0, findings);
  const description: DatasetDescription = compact({
    ...readTexts(graph, node),
    ...readClassification(graph, node),
    ...readNumbers(graph, node, findings),
    ...readLinks(graph, node),
    identifier: graph.string(node, 'dct:identifier') ?? iriOf(node) ?? '',
    accessRights: readAccessRights(graph, node, findings),
    publisher: readPublisher(graph, node, findings),
    custodian: readCustodian(graph, node, findings),
    hdab: one(graph, node, 'healthdcatap:hdab', findings),
    contacts: graph.values(node, 'dcat:contactPoint').map((contact) => readContact(graph, contact)),
    temporal: readPeriods(graph, node, 'dct:temporal'),
    retention: readPeriods(graph, node, 'healthdcatap:retentionPeriod')[0],
    structured,
    dataUse: readDataUse(graph, node, findings),
    distributions: readDistributions(graph, node, 'dcat:distribution'),
    samples: readDistributions(graph, node, 'adms:sample'),
    analytics: readDistributions(graph, node, 'healthdcatap:analytics'),
    tables,
  });
  if (!graph.has(node, 'dct:identifier')) findings.push(finding('missing-property', { property: 'dct:identifier' }));
  return { description, findings: distinctFindings([...findings, ...onTables]) };
}

const readTexts = (graph: Graph, node: Term) => ({
  title: graph.texts(node, 'dct:title'),
  alternative: graph.texts(node, 'dct:alternative'),
  description: graph.texts(node, 'dct:description'),
  keywords: graph.lists(node, 'dcat:keyword'),
  provenance: readLabels(graph, node, 'dct:provenance'),
  populationCoverage: graph.texts(node, 'healthdcatap:populationCoverage'),
});

const readClassification = (graph: Graph, node: Term) => ({
  healthCategories: readConcepts(graph, node, 'healthdcatap:healthCategory'),
  healthThemes: readConcepts(graph, node, 'healthdcatap:healthTheme'),
  themes: readConcepts(graph, node, 'dcat:theme'),
  types: readConcepts(graph, node, 'dct:type'),
  codingSystems: readConcepts(graph, node, 'healthdcatap:hasCodingSystem'),
  codeValues: graph.strings(node, 'healthdcatap:hasCodeValues'),
  legalBases: readConcepts(graph, node, 'dpv:hasLegalBasis'),
  purposes: readConcepts(graph, node, 'dpv:hasPurpose'),
  personalData: readConcepts(graph, node, 'dpv:hasPersonalData'),
  spatial: readConcepts(graph, node, 'dct:spatial'),
  conformsTo: readConcepts(graph, node, 'dct:conformsTo'),
});

const readLinks = (graph: Graph, node: Term) => ({
  legislation: graph.strings(node, 'dcatap:applicableLegislation'),
  languages: graph.strings(node, 'dct:language').map((each) => lastSegment(each)),
  frequency: graph.string(node, 'dct:accrualPeriodicity'),
  issued: graph.string(node, 'dct:issued'),
  modified: graph.string(node, 'dct:modified'),
  landingPages: graph.strings(node, 'dcat:landingPage'),
  pages: graph.values(node, 'foaf:page').flatMap((page) => graph.string(page, 'foaf:homepage') ?? iriOf(page) ?? []),
});

function readNumbers(graph: Graph, node: Term, findings: Finding[]) {
  const number = (property: Name): number | undefined => {
    const written = graph.string(node, property);
    if (written === undefined) return undefined;
    const value = Number(written);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    findings.push(finding('unreadable-value', { property, value: written.slice(0, 80) }));
    return undefined;
  };
  return {
    numberOfRecords: number('healthdcatap:numberOfRecords'),
    numberOfUniqueIndividuals: number('healthdcatap:numberOfUniqueIndividuals'),
    minTypicalAge: number('healthdcatap:minTypicalAge'),
    maxTypicalAge: number('healthdcatap:maxTypicalAge'),
  };
}

function readStructured(graph: Graph, node: Term, hasTables: boolean, findings: Finding[]): boolean | undefined {
  const written = graph.string(node, 'healthdcatap:hasStructuredData')?.toLowerCase();
  if (written === 'true' || written === '1') return true;
  if (written === 'false' || written === '0') return false;
  if (hasTables) findings.push(finding('structured-assumed'));
  return hasTables ? true : undefined;
}

function readAccessRights(graph: Graph, node: Term, findings: Finding[]): AccessRight | undefined {
  const property = 'dct:accessRights';
  const [value, ...others] = graph.strings(node, property);
  if (value === undefined) return undefined;
  if (others.length > 0) findings.push(finding('several-values', { property }));
  const code = lastSegment(value).toUpperCase().replace('-', '_');
  const right = accessRights.find((each) => each === code);
  if (right === undefined) findings.push(finding('unknown-value', { property, value }));
  return right;
}

function one(graph: Graph, node: Term, property: Name, findings: Finding[]): Agent | undefined {
  const [agent, ...others] = distinctAgents(graph.values(node, property).map((each) => readAgent(graph, each)));
  if (others.length > 0) findings.push(finding('several-values', { property }));
  return agent;
}

/** Blank nodes have no lasting order: agents are put in order by what they say. */
const distinctAgents = (agents: readonly Agent[]): Agent[] =>
  [...new Map(agents.map((agent) => [JSON.stringify(agent), agent])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, agent]) => agent);

/** Release 5 wrote the publisher's note and type on the dataset. */
function readPublisher(graph: Graph, node: Term, findings: Finding[]): Agent | undefined {
  const publisher = one(graph, node, 'dct:publisher', findings);
  const note = graph.texts(node, 'healthdcatap:publisherNote');
  const type = graph.string(node, 'healthdcatap:publisherType');
  if (publisher === undefined || (type === undefined && Object.keys(note).length === 0)) return publisher;
  findings.push(finding('older-form', { property: 'dct:publisher' }));
  return compact({
    ...publisher,
    type: publisher.type ?? type,
    note: publisher.note ?? (Object.keys(note).length > 0 ? note : undefined),
  });
}

/** Release 5 had no custodian, but said whether the publisher is the trusted data holder. */
function readCustodian(graph: Graph, node: Term, findings: Finding[]): Agent | undefined {
  if (graph.has(node, 'geodcatap:custodian')) return one(graph, node, 'geodcatap:custodian', findings);
  if (graph.string(node, 'healthdcatap:trustedDataHolder') !== 'true') return undefined;
  findings.push(finding('older-form', { property: 'geodcatap:custodian' }));
  const publisher = graph.value(node, 'dct:publisher');
  return publisher && readAgent(graph, publisher);
}

/** Two datasets of one file under one identifier: neither can be told from the other. */
export function sharedIdentifiers(datasets: readonly ReadDataset[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { description } of datasets) {
    if (seen.has(description.identifier)) shared.add(description.identifier);
    seen.add(description.identifier);
  }
  return shared;
}
