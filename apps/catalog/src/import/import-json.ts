import type { CodeList } from '../code-list/code-list.js';
import { readCodeList } from '../code-list/read-code-list.js';
import type { DatasetDescription, Table } from '../description/dataset-description.js';
import { distinctFindings, type Finding, finding } from '../description/finding.js';
import { isRecord, listOf, type Problem, textOf } from '../description/json.js';
import { readDescription } from '../description/read-json.js';
import type { ReadDataset } from '../rdf/read-dataset.js';
import { distinctNames } from '../rdf/read-tables.js';
import { decodeText } from '../table-schema/decode-text.js';
import { readTableSchema } from '../table-schema/read-table-schema.js';

export interface JsonImport {
  readonly dataset?: ReadDataset;
  readonly codeLists: readonly CodeList[];
}

const knownMembers = new Set(['dataset', 'tables', 'codeLists', 'personalKeys', 'language']);

/**
 * `{ dataset, tables: [Table Schema…], personalKeys: [column…], language, codeLists: [{ name, schema, csv }…] }`:
 * a description in the catalogue's JSON, its tables as Table Schemas, and the code lists they refer to.
 * Either a dataset or code lists may be absent. All problems are pushed at once.
 */
export function readJsonImport(value: unknown, problems: Problem[]): JsonImport {
  if (!isRecord(value)) {
    problems.push({ path: '', problem: 'must be an object with a dataset, tables or codeLists' });
    return { codeLists: [] };
  }
  for (const name of Object.keys(value)) {
    if (!knownMembers.has(name)) problems.push({ path: name, problem: 'is not known here: remove it' });
  }
  const codeLists = listOf(value['codeLists']).flatMap(
    (each, index) => readSource(each, `codeLists[${index}]`, problems) ?? [],
  );
  if (value['dataset'] === undefined) {
    if (codeLists.length === 0) problems.push({ path: 'dataset', problem: 'is mandatory where no code list is given' });
    return { codeLists };
  }
  const dataset = readDataset(value, problems);
  return { codeLists, ...(dataset ? { dataset } : {}) };
}

function readDataset(value: Record<string, unknown>, problems: Problem[]): ReadDataset | undefined {
  const description = readDescription(value['dataset'], 'dataset', problems);
  const options = {
    personalKeys: new Set(listOf(value['personalKeys']).flatMap((each) => textOf(each) ?? [])),
    language: textOf(value['language']) ?? 'fr',
  };
  const read = listOf(value['tables']).flatMap(
    (each, index) => readTableSchema(each, `tables[${index}]`, options, problems) ?? [],
  );
  if (description === undefined) return undefined;
  const findings = read.flatMap((each) => each.findings);
  return withTables(
    description,
    read.map((each) => each.table),
    findings,
  );
}

function withTables(description: DatasetDescription, schemas: readonly Table[], findings: Finding[]): ReadDataset {
  const tables = distinctNames([...description.tables, ...schemas], description.identifier, findings);
  const assumed = description.structured === undefined && tables.length > 0;
  return {
    description: { ...description, tables, ...(assumed ? { structured: true } : {}) },
    findings: distinctFindings([...findings, ...(assumed ? [finding('structured-assumed')] : [])]),
  };
}

/** The CSV as text, or its bytes in base64 where the client does not know their encoding. */
function readSource(value: unknown, path: string, problems: Problem[]): CodeList | undefined {
  const name = isRecord(value) ? textOf(value['name']) : undefined;
  const csv = isRecord(value) ? contentOf(value) : undefined;
  if (!isRecord(value) || name === undefined || csv === undefined) {
    problems.push({ path, problem: 'must have a name and its csv (text) or csvBase64 (bytes)' });
    return undefined;
  }
  const title = textOf(value['title']);
  return readCodeList({ name, csv, schema: value['schema'], ...(title ? { title } : {}) }, path, problems);
}

function contentOf(value: Record<string, unknown>): string | undefined {
  const csv = value['csv'];
  const base64 = value['csvBase64'];
  if (typeof csv === 'string') return csv;
  return typeof base64 === 'string' ? decodeText(Buffer.from(base64, 'base64')) : undefined;
}
