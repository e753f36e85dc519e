import type { Table, Variable } from '../description/dataset-description.js';
import { type Finding, finding } from '../description/finding.js';
import { textFor } from '../description/texts.js';
import { type Graph, iriOf, keyOf, type Term } from './graph.js';
import { compact } from './read-agent.js';
import { lastSegment } from './vocabulary.js';

export interface ReadTables {
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
}

/** Personal data categories of dpv-pd that say: this column tells one person from another. */
const identifying = new Set(['UID', 'OfficialID', 'Identifying', 'Username', 'Identifier']);

/**
 * The dataset's csvw tables: on `hasVariables` (release 8), on the sample (release 5),
 * or linked to nothing at all, as the only dataset's own.
 */
export function readTables(graph: Graph, dataset: Term, isOnlyDataset: boolean): ReadTables {
  const findings: Finding[] = [];
  let nodes = tablesBehind(graph, graph.values(dataset, 'healthdcatap:hasVariables'));
  if (nodes.length === 0) {
    nodes = tablesBehind(graph, graph.values(dataset, 'adms:sample'));
    if (nodes.length > 0) findings.push(finding('older-form', { property: 'healthdcatap:hasVariables' }));
  }
  if (nodes.length === 0 && isOnlyDataset) {
    nodes = graph.ofType('csvw:Table');
    findings.push(...nodes.map((node) => finding('table-not-linked', { where: nameOf(graph, node) })));
  }
  const tables = nodes.map((node) => readTable(graph, node, findings));
  return { tables: distinctNames(tables, 'csvw:TableGroup', findings), findings };
}

/** A node may be a group, a table, or a resource that leads to either. */
function tablesBehind(graph: Graph, nodes: readonly Term[]): Term[] {
  const tables = nodes.flatMap((node) => {
    if (graph.has(node, 'csvw:column') || graph.has(node, 'csvw:tableSchema')) return [node];
    const inner = graph.values(node, 'csvw:table');
    return inner.length > 0 ? inner : tablesBehind(graph, graph.values(node, 'healthdcatap:hasVariables'));
  });
  return [...new Map(tables.map((each) => [keyOf(each), each])).values()];
}

function nameOf(graph: Graph, node: Term): string {
  const title = textFor(graph.texts(node, 'dct:title', 'csvw:title'), 'en');
  const url = graph.string(node, 'csvw:url');
  return graph.string(node, 'csvw:name') ?? (title || lastSegment(url ?? iriOf(node) ?? 'table'));
}

function readTable(graph: Graph, node: Term, findings: Finding[]): Table {
  const schema = graph.value(node, 'csvw:tableSchema') ?? node;
  const name = nameOf(graph, node);
  const columns = graph
    .values(schema, 'csvw:column')
    .map((column, index) => readColumn(graph, column, name, index, findings));
  const variables = distinctNames(columns, name, findings);
  const primaryKey = graph
    .strings(schema, 'csvw:primaryKey')
    .filter((key) => variables.some((each) => each.name === key));
  return compact({
    name,
    title: graph.texts(node, 'dct:title', 'csvw:title'),
    keywords: graph.lists(node, 'dcat:keyword'),
    url: graph.string(node, 'csvw:url'),
    primaryKey,
    foreignKeys: [],
    variables,
  });
}

function readColumn(graph: Graph, node: Term, table: string, index: number, findings: Finding[]): Variable {
  const label = graph.texts(node, 'csvw:title', 'csvw:titles', 'dct:title');
  if (graph.has(node, 'csvw:titles')) findings.push(finding('older-form', { property: 'csvw:title' }));
  const given = graph.string(node, 'csvw:name');
  const name = given ?? (textFor(label, 'en') || lastSegment(iriOf(node) ?? `column_${index + 1}`));
  if (given === undefined) findings.push(finding('column-without-name', { where: table, value: name }));
  return compact({
    name,
    label,
    description: graph.texts(node, 'dct:description', 'csvw:describes', 'rdfs:comment'),
    type: typeOf(graph, node),
    required: graph.string(node, 'csvw:required') === 'true',
    personalKey: graph.strings(node, 'dpv:hasPersonalData').some((each) => identifying.has(lastSegment(each))),
    propertyUrl: graph.string(node, 'csvw:propertyUrl'),
  });
}

function typeOf(graph: Graph, node: Term): string {
  const datatype = graph.value(node, 'csvw:datatype');
  if (datatype === undefined) return 'string';
  return datatype.termType === 'BlankNode'
    ? (graph.string(datatype, 'csvw:base') ?? 'string')
    : lastSegment(datatype.value);
}

/** Baskets refer to tables and columns by name: a second one of the same name would be out of reach. */
export function distinctNames<T extends { readonly name: string }>(
  items: readonly T[],
  where: string,
  findings: Finding[],
): T[] {
  const kept = new Map<string, T>();
  for (const item of items) {
    if (kept.has(item.name)) findings.push(finding('duplicate-name', { where, value: item.name }));
    else kept.set(item.name, item);
  }
  return [...kept.values()];
}
