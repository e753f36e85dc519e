import type { Distribution, Table, Variable } from '../description/dataset-description.js';
import { blank, iriNode, literal, type TripleList, type Value } from './triple-list.js';
import type { Name } from './vocabulary.js';
import { labelled, lists, texts } from './write-parts.js';

export function writeDistribution(triples: TripleList, dataset: Value, property: Name, each: Distribution): void {
  const node = each.uri ? iriNode(each.uri) : blank();
  triples.add(dataset, property, node);
  triples.add(node, 'rdf:type', iriNode('dcat:Distribution'));
  texts(triples, node, 'dct:title', each.title);
  texts(triples, node, 'dct:description', each.description);
  labelled(triples, node, 'dct:rights', 'dct:RightsStatement', each.rights);
  const links: readonly [Name, readonly (string | undefined)[]][] = [
    ['dcat:accessURL', each.accessUrls],
    ['dcat:downloadURL', each.downloadUrls],
    ['dcatap:applicableLegislation', each.legislation],
    ['dct:format', [each.format]],
    ['dcat:mediaType', [each.mediaType]],
    ['dct:license', [each.license]],
  ];
  for (const [name, values] of links) for (const value of values) if (value) triples.add(node, name, iriNode(value));
  if (each.byteSize !== undefined)
    triples.add(node, 'dcat:byteSize', literal(String(each.byteSize), 'xsd:nonNegativeInteger'));
}

export function writeTables(triples: TripleList, dataset: Value, tables: readonly Table[]): void {
  const group = blank();
  triples.add(dataset, 'healthdcatap:hasVariables', group);
  triples.add(group, 'rdf:type', iriNode('csvw:TableGroup'));
  for (const table of tables) {
    const node = blank();
    triples.add(group, 'csvw:table', node);
    triples.add(node, 'rdf:type', iriNode('csvw:Table'));
    triples.add(node, 'csvw:name', literal(table.name));
    texts(triples, node, 'dct:title', table.title);
    lists(triples, node, 'dcat:keyword', table.keywords);
    if (table.url) triples.add(node, 'csvw:url', iriNode(table.url));
    for (const key of table.primaryKey) triples.add(node, 'csvw:primaryKey', literal(key));
    for (const variable of table.variables) writeColumn(triples, node, variable);
  }
}

function writeColumn(triples: TripleList, table: Value, variable: Variable): void {
  const node = blank();
  triples.add(table, 'csvw:column', node);
  triples.add(node, 'rdf:type', iriNode('csvw:Column'));
  triples.add(node, 'csvw:name', literal(variable.name));
  texts(triples, node, 'csvw:title', variable.label);
  texts(triples, node, 'dct:description', variable.description);
  triples.add(node, 'csvw:datatype', literal(variable.type));
  if (variable.required) triples.add(node, 'csvw:required', literal('true', 'xsd:boolean'));
  if (variable.propertyUrl) triples.add(node, 'csvw:propertyUrl', iriNode(variable.propertyUrl));
  if (variable.personalKey) triples.add(node, 'dpv:hasPersonalData', iriNode('https://w3id.org/dpv/dpv-pd#UID'));
}
