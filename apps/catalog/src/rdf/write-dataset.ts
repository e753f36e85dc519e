import type { Concept, DatasetDescription } from '../description/dataset-description.js';
import { writeDataUse } from './data-use.js';
import { blank, iriNode, literal, TripleList, type Value } from './triple-list.js';
import type { Name } from './vocabulary.js';
import { agent, concept, instant, labelled, lists, texts, writePeriod } from './write-parts.js';
import { writeDistribution, writeTables } from './write-tables.js';

const authority = 'http://publications.europa.eu/resource/authority';

/** A description as HealthDCAT-AP release 8, whatever release it came in. `iri` names the dataset in this hub. */
export function datasetTriples(iri: string, description: DatasetDescription): TripleList {
  const triples = new TripleList();
  const dataset = iriNode(iri);
  triples.add(dataset, 'rdf:type', iriNode('dcat:Dataset'));
  writeTexts(triples, dataset, description);
  writeConcepts(triples, dataset, description);
  writeAgents(triples, dataset, description);
  writeNumbers(triples, dataset, description);
  for (const period of description.temporal) writePeriod(triples, dataset, 'dct:temporal', period);
  if (description.retention) writePeriod(triples, dataset, 'healthdcatap:retentionPeriod', description.retention);
  const groups = [
    ['dcat:distribution', description.distributions],
    ['adms:sample', description.samples],
    ['healthdcatap:analytics', description.analytics],
  ] as const;
  for (const [property, distributions] of groups) {
    for (const each of distributions) writeDistribution(triples, dataset, property, each);
  }
  writeDataUse(triples, dataset, description.dataUse ?? []);
  if (description.tables.length > 0) writeTables(triples, dataset, description.tables);
  return triples;
}

function writeTexts(triples: TripleList, dataset: Value, description: DatasetDescription): void {
  triples.add(dataset, 'dct:identifier', literal(description.identifier));
  texts(triples, dataset, 'dct:title', description.title);
  texts(triples, dataset, 'dct:alternative', description.alternative);
  texts(triples, dataset, 'dct:description', description.description);
  texts(triples, dataset, 'healthdcatap:populationCoverage', description.populationCoverage);
  lists(triples, dataset, 'dcat:keyword', description.keywords);
  labelled(triples, dataset, 'dct:provenance', 'dct:ProvenanceStatement', description.provenance);
  for (const value of description.codeValues) triples.add(dataset, 'healthdcatap:hasCodeValues', literal(value));
}

function writeConcepts(triples: TripleList, dataset: Value, description: DatasetDescription): void {
  if (description.accessRights)
    triples.add(dataset, 'dct:accessRights', iriNode(`${authority}/access-right/${description.accessRights}`));
  const byProperty: readonly [Name, readonly Concept[]][] = [
    ['healthdcatap:healthCategory', description.healthCategories],
    ['healthdcatap:healthTheme', description.healthThemes],
    ['dcat:theme', description.themes],
    ['dct:type', description.types],
    ['healthdcatap:hasCodingSystem', description.codingSystems],
    ['dpv:hasLegalBasis', description.legalBases],
    ['dpv:hasPurpose', description.purposes],
    ['dpv:hasPersonalData', description.personalData],
    ['dct:spatial', description.spatial],
    ['dct:conformsTo', description.conformsTo],
  ];
  for (const [property, concepts] of byProperty) for (const each of concepts) concept(triples, dataset, property, each);
  const links: readonly [Name, readonly string[]][] = [
    ['dcatap:applicableLegislation', description.legislation],
    ['dct:language', description.languages.map((code) => `${authority}/language/${code}`)],
    ['dcat:landingPage', description.landingPages],
    ['foaf:page', description.pages],
    ['dct:accrualPeriodicity', description.frequency ? [description.frequency] : []],
  ];
  for (const [property, addresses] of links)
    for (const each of addresses) triples.add(dataset, property, iriNode(each));
}

function writeAgents(triples: TripleList, dataset: Value, description: DatasetDescription): void {
  if (description.publisher) agent(triples, dataset, 'dct:publisher', description.publisher);
  if (description.custodian) agent(triples, dataset, 'geodcatap:custodian', description.custodian);
  if (description.hdab) agent(triples, dataset, 'healthdcatap:hdab', description.hdab);
  for (const contact of description.contacts) {
    const node = blank();
    triples.add(dataset, 'dcat:contactPoint', node);
    triples.add(node, 'rdf:type', iriNode('vcard:Kind'));
    if (contact.name) triples.add(node, 'vcard:fn', literal(contact.name));
    if (contact.email) triples.add(node, 'vcard:hasEmail', iriNode(`mailto:${contact.email}`));
    if (contact.url) triples.add(node, 'vcard:hasURL', iriNode(contact.url));
  }
}

function writeNumbers(triples: TripleList, dataset: Value, description: DatasetDescription): void {
  const numbers = ['numberOfRecords', 'numberOfUniqueIndividuals', 'minTypicalAge', 'maxTypicalAge'] as const;
  for (const name of numbers) {
    const value = description[name];
    if (value !== undefined)
      triples.add(dataset, `healthdcatap:${name}`, literal(String(value), 'xsd:nonNegativeInteger'));
  }
  if (description.structured !== undefined) {
    triples.add(dataset, 'healthdcatap:hasStructuredData', literal(String(description.structured), 'xsd:boolean'));
  }
  if (description.issued) triples.add(dataset, 'dct:issued', instant(description.issued));
  if (description.modified) triples.add(dataset, 'dct:modified', instant(description.modified));
}
