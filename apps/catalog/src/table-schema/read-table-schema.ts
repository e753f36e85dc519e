import type { CodeListReference, ForeignKey, Table, Variable } from '../description/dataset-description.js';
import { type Finding, finding } from '../description/finding.js';
import { isRecord, listOf, type Problem, textOf, yearOf } from '../description/json.js';
import { compact } from '../rdf/read-agent.js';
import { distinctNames } from '../rdf/read-tables.js';

/** Choices that a Table Schema itself cannot express. */
export interface TableSchemaOptions {
  /** Columns that identify a person, in every table of the dataset that has them. */
  readonly personalKeys: ReadonlySet<string>;
  /** BCP 47 tag of the schema's titles and descriptions. */
  readonly language: string;
}

export interface ReadTable {
  readonly table: Table;
  readonly findings: readonly Finding[];
}

/**
 * A Table Schema (`fields`, `primaryKey`, `foreignKeys`) with what the French national schemas add:
 * `nomenclature`, `length`, `dateCreated`, `regle_gestion`. Pushes every problem met and returns
 * undefined when the table cannot be taken.
 */
export function readTableSchema(
  value: unknown,
  path: string,
  options: TableSchemaOptions,
  problems: Problem[],
): ReadTable | undefined {
  if (!isRecord(value)) return fail(problems, path, 'must be a Table Schema object');
  const name = textOf(value['name']);
  const fields = value['fields'];
  if (name === undefined) fail(problems, `${path}.name`, 'must be the name of the table');
  if (!Array.isArray(fields) || fields.length === 0)
    fail(problems, `${path}.fields`, 'must be a list of at least one field');
  if (name === undefined || !Array.isArray(fields) || fields.length === 0) return undefined;

  const findings: Finding[] = [];
  const read = fields.map((field, index) => readField(field, `${path}.fields[${index}]`, options, problems));
  const variables = distinctNames(
    read.filter((each) => each !== undefined),
    name,
    findings,
  );
  const foreignKeys = listOf(value['foreignKeys']).flatMap(
    (key, index) => readForeignKey(key, `${path}.foreignKeys[${index}]`, problems) ?? [],
  );
  const table: Table = {
    name,
    title: inLanguage(value['title'], options.language),
    keywords: {},
    primaryKey: names(value['primaryKey']),
    foreignKeys,
    variables,
  };
  return { table, findings: [...findings, ...unknownColumns(table)] };
}

function readField(
  field: unknown,
  path: string,
  options: TableSchemaOptions,
  problems: Problem[],
): Variable | undefined {
  if (!isRecord(field)) return fail(problems, path, 'must be an object');
  const name = textOf(field['name']);
  if (name === undefined) return fail(problems, `${path}.name`, 'must be the name of the column');
  const constraints = isRecord(field['constraints']) ? field['constraints'] : {};
  const format = textOf(field['format']);
  return compact({
    name,
    label: inLanguage(field['title'], options.language),
    description: inLanguage(field['description'], options.language),
    type: textOf(field['type']) ?? 'string',
    format: format === 'default' ? undefined : format,
    length: textOf(field['length']),
    codeList: readNomenclature(field['nomenclature']),
    required: constraints['required'] === true,
    personalKey: options.personalKeys.has(name),
    created: yearOf(field['dateCreated']),
    deleted: yearOf(field['dateDeleted']),
    note: [textOf(field['observation']), textOf(field['regle_gestion'])].filter(Boolean).join('\n') || undefined,
  });
}

/** `IR_SEX_V`, or `IR_SEX_V:SEX_COD` where the column of the list is given too; `-` is none. */
function readNomenclature(value: unknown): CodeListReference | undefined {
  const text = textOf(value);
  if (text === undefined || text === '-') return undefined;
  const [name = text, column] = text.split(':');
  return compact({ name, column });
}

function readForeignKey(key: unknown, path: string, problems: Problem[]): ForeignKey | undefined {
  const reference = isRecord(key) ? key['reference'] : undefined;
  const target = isRecord(reference) ? textOf(reference['resource']) : undefined;
  if (!isRecord(key) || !isRecord(reference) || target === undefined) {
    return fail(problems, path, 'must have fields and a reference to a resource and its fields');
  }
  const columns = names(key['fields']);
  const targetColumns = names(reference['fields']);
  if (columns.length === 0 || columns.length !== targetColumns.length) {
    return fail(problems, path, 'must name as many fields as it references');
  }
  return { columns, target, targetColumns, to: textOf(key['description']) === 'Nomenclature' ? 'code-list' : 'table' };
}

/** A key over a column that the table does not have is kept as written, and said. */
function unknownColumns(table: Table): Finding[] {
  const known = new Set(table.variables.map((variable) => variable.name));
  const check = (property: string, columns: readonly string[]) =>
    columns
      .filter((column) => !known.has(column))
      .map((value) => finding('unknown-column', { property, where: table.name, value }));
  return [
    ...check('primaryKey', table.primaryKey),
    ...table.foreignKeys.flatMap((key) => check('foreignKeys', key.columns)),
  ];
}

/** One name or a list of names: Table Schema allows both. */
const names = (value: unknown): string[] => listOf(value).flatMap((each) => textOf(each) ?? []);

function inLanguage(value: unknown, language: string): Record<string, string> {
  const text = textOf(value);
  return text === undefined ? {} : { [language]: text };
}

function fail(problems: Problem[], path: string, problem: string): undefined {
  problems.push({ path, problem });
  return undefined;
}
