import {
  type Agent,
  accessRights,
  type Concept,
  type Contact,
  type DatasetDescription,
  type DataUseCode,
  type Distribution,
  type ForeignKey,
  type Period,
  type Table,
  type Variable,
} from './dataset-description.js';
import { emptyDescription, emptyDistribution } from './empty-description.js';
import { isRecord, type Problem, textOf } from './json.js';
import {
  date,
  flag,
  list,
  member,
  nonNegative,
  object,
  oneOf,
  optional,
  type Read,
  required,
  text,
  textLists,
  texts,
} from './readers.js';

/** A description in the catalogue's own JSON, as `GET /catalog/datasets/:id` gives it. */

/** A code list's value: its IRI alone, or `{ uri, label }`. */
const concept: Read<Concept> = (value, path, problems) => {
  const uri = textOf(value);
  if (uri !== undefined) return { uri, label: {} };
  return object<Concept>({ uri: optional(text), label: member(texts, {}) })(value, path, problems);
};

const agent = object<Agent>({
  uri: optional(text),
  name: required(texts),
  email: optional(text),
  homepage: optional(text),
  type: optional(text),
  note: optional(texts),
});
const contact = object<Contact>({ name: optional(text), email: optional(text), url: optional(text) });
const period = object<Period>({ start: optional(date), end: optional(date) });
const duoCode: Read<string> = (value, path, problems) => {
  const read = textOf(value);
  if (read !== undefined && /^DUO:\d{7}$/.test(read)) return read;
  problems.push({ path, problem: 'must be a term of the Data Use Ontology, like DUO:0000042' });
  return undefined;
};
const dataUseCode = object<DataUseCode>({
  code: required(duoCode),
  diseases: optional(list(text)),
  countries: optional(list(text)),
  institutions: optional(list(text)),
  months: optional(nonNegative),
});
const distribution = object<Distribution>({
  uri: optional(text),
  title: member(texts, emptyDistribution.title),
  description: member(texts, {}),
  accessUrls: member(list(text), []),
  downloadUrls: member(list(text), []),
  format: optional(text),
  mediaType: optional(text),
  license: optional(text),
  rights: member(texts, {}),
  legislation: member(list(text), []),
  byteSize: optional(nonNegative),
});
const variable = object<Variable>({
  name: required(text),
  label: member(texts, {}),
  description: member(texts, {}),
  type: member(text, 'string'),
  format: optional(text),
  length: optional(text),
  codeList: optional(object({ name: required(text), column: optional(text) })),
  required: member(flag, false),
  personalKey: member(flag, false),
  propertyUrl: optional(text),
  created: optional(text),
  deleted: optional(text),
  note: optional(text),
});
const foreignKey = object<ForeignKey>({
  columns: required(list(text)),
  target: required(text),
  targetColumns: required(list(text)),
  to: member(oneOf(['table', 'code-list'] as const), 'table'),
});
const table = object<Table>({
  name: required(text),
  title: member(texts, {}),
  keywords: member(textLists, {}),
  url: optional(text),
  primaryKey: member(list(text), []),
  foreignKeys: member(list(foreignKey), []),
  variables: required(list(variable)),
});

const none = emptyDescription('');
const concepts = member(list(concept), none.themes);
const words = member(list(text), none.legislation);
const distributions = member(list(distribution), none.distributions);

const description = object<DatasetDescription>({
  identifier: required(text),
  title: member(texts, none.title),
  alternative: member(texts, none.alternative),
  description: member(texts, none.description),
  accessRights: optional(oneOf(accessRights)),
  publisher: optional(agent),
  custodian: optional(agent),
  hdab: optional(agent),
  contacts: member(list(contact), none.contacts),
  healthCategories: concepts,
  healthThemes: concepts,
  themes: concepts,
  types: concepts,
  codingSystems: concepts,
  keywords: member(textLists, none.keywords),
  codeValues: words,
  legislation: words,
  legalBases: concepts,
  purposes: concepts,
  personalData: concepts,
  provenance: member(texts, none.provenance),
  populationCoverage: member(texts, none.populationCoverage),
  spatial: concepts,
  temporal: member(list(period), none.temporal),
  retention: optional(period),
  languages: words,
  numberOfRecords: optional(nonNegative),
  numberOfUniqueIndividuals: optional(nonNegative),
  minTypicalAge: optional(nonNegative),
  maxTypicalAge: optional(nonNegative),
  structured: optional(flag),
  dataUse: optional(list(dataUseCode)),
  frequency: optional(text),
  issued: optional(text),
  modified: optional(text),
  landingPages: words,
  pages: words,
  conformsTo: concepts,
  distributions,
  samples: distributions,
  analytics: distributions,
  tables: member(list(table), none.tables),
});

/** All problems are pushed at once; the answer is undefined where there is one. */
export function readDescription(value: unknown, path: string, problems: Problem[]): DatasetDescription | undefined {
  const before = problems.length;
  const read = description(value, path, problems);
  return problems.length === before ? read : undefined;
}

/** JSON merge patch of one level: a property given replaces the whole property, `null` removes it. */
export function patched(
  current: DatasetDescription,
  patch: unknown,
  problems: Problem[],
): DatasetDescription | undefined {
  if (!isRecord(patch)) {
    problems.push({ path: '', problem: 'must be an object' });
    return undefined;
  }
  const merged = { ...current, ...patch };
  return readDescription(Object.fromEntries(Object.entries(merged).filter(([, each]) => each !== null)), '', problems);
}
