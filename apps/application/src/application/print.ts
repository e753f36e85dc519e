import type { Block, PdfDocument } from '@hub/pdf';
import type { Procedure } from '@hub/procedures';
import { fileFields } from '../form/answers.js';
import {
  type Answers,
  type AnswerValue,
  type Bilingual,
  type Field,
  type Form,
  isAnswered,
  type Parts,
  shownFields,
  shownParts,
} from '../form/form.js';
import { partsOf } from '../form/parts-of.js';
import type { Basket, WithContent } from './application.js';
import { type Language, say } from './print-words.js';
import type { Submission } from './submissions.js';
import { titleOf } from './view.js';

export interface Printed {
  readonly id: string;
  readonly version: number;
  readonly state: WithContent;
  /** What this reader may see of answers and basket. */
  readonly shown: Submission;
  readonly form: Form;
  readonly procedure: Procedure;
  /** Of the latest change. */
  readonly at: Date;
}

/** An application as people read it: every section with its questions, answers in the words of their options. */
export function printOf(printed: Printed, language: Language): PdfDocument {
  const { id, version, state, form, at } = printed;
  const shown = { ...printed.shown, answers: withFileNames(printed) };
  return {
    title: titleOf(state) || say('untitled', language),
    subtitle: `${say('application', language)} – ${say(state.status, language)} – ${say('version', language)} ${version}`,
    language,
    at,
    blocks: [
      { facts: identity(printed, language) },
      ...team(state, language),
      ...form.sections.flatMap((section): Block[] => [
        { heading: `${section.number}. ${section.title[language]}` },
        ...(section.basket ? basketBlocks(shown.basket, language) : []),
        ...sectionBlocks(form, section.key, shown.answers, language),
      ]),
    ],
    footer: `${id} – ${say('version', language)} ${version}`,
  };
}

/** Files by their names, as the reader knows them. */
function withFileNames({ form, state, shown: { answers } }: Printed): Answers {
  const names = new Map(state.attachments.map(({ attachmentId, name }) => [attachmentId, name]));
  const answered = fileFields(form).flatMap((field) => {
    const ids = answers[field];
    return Array.isArray(ids) ? [[field, (ids as readonly string[]).map((id) => names.get(id) ?? id)] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(answered) };
}

function identity({ id, version, state, form, procedure }: Printed, language: Language): [string, string][] {
  return [
    [say('identifier', language), id],
    [say('version', language), String(version)],
    [say('status', language), say(state.status, language)],
    [say('procedure', language), `${procedure.title[language]} (${procedure.id}, ${procedure.version})`],
    [say('form', language), `${form.id}, ${form.version}`],
    [say('submittedAt', language), state.submittedAt ?? say('notSubmitted', language)],
    [say('organisation', language), state.organisationId],
  ];
}

function team({ team: members }: WithContent, language: Language): Block[] {
  const head = [say('person', language), say('organisation', language), say('role', language)];
  const rows = members.map(({ personId, organisationId, role }) => [personId, organisationId, say(role, language)]);
  return [{ heading: say('team', language) }, { table: { head, rows } }];
}

function basketBlocks(basket: Basket | undefined, language: Language): Block[] {
  if (!basket) return [{ text: say('noBasket', language) }];
  const { datasets, period, population } = basket;
  return [
    { facts: [[say('period', language), `${period.from} – ${period.to}`]] },
    ...datasets.flatMap(({ datasetId, tables }): Block[] => [
      { heading: datasetId, level: 2 },
      { list: tables.map(({ table, columns }) => `${table}: ${columns.join(', ')}`) },
    ]),
    ...(population
      ? [
          { heading: say('population', language), level: 2 as const },
          {
            text: `${population.datasetId}/${population.table}/${population.column} ${population.operator} ${population.values.join(', ')}`,
          },
        ]
      : []),
  ];
}

const sectionBlocks = (form: Form, section: string, answers: Answers, language: Language): Block[] =>
  shownFields(form, answers)
    .filter(([name]) => name.startsWith(`${section}.`))
    .flatMap(([name, field]) => blocksOf(field, answers[name], answers, language));

/** Short answers stand beside their question; long ones and things of several parts below it. */
function blocksOf(field: Field, value: AnswerValue | undefined, answers: Answers, language: Language): Block[] {
  const label = field.label[language];
  if (value === undefined || !isAnswered(value)) return [{ facts: [[label, say('noAnswer', language)]] }];
  if (partsOf(field).length === 0) {
    const words = wordsOf(field, value, language);
    return words.length > 200 || (field.kind === 'text' && field.long)
      ? [{ heading: label, level: 2 }, { text: words }]
      : [{ facts: [[label, words]] }];
  }
  const rows = (Array.isArray(value) ? value : [value]) as readonly Parts[];
  return rows.flatMap((row, index): Block[] => [
    { heading: rows.length > 1 ? `${label} ${index + 1}` : label, level: 2 },
    ...shownParts(partsOf(field), row, answers).flatMap((part) => blocksOf(part, row[part.key], answers, language)),
  ]);
}

/** An answer in words: the options' own, a country's name, yes and no. */
export function wordsOf(field: Field, value: AnswerValue, language: Language): string {
  switch (field.kind) {
    case 'boolean':
      return say(value ? 'yes' : 'no', language);
    case 'country':
      return new Intl.DisplayNames(language, { type: 'region' }).of(String(value)) ?? String(value);
    case 'choice':
    case 'choices': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
      const options: readonly (Bilingual & { value: string })[] = field.options;
      return chosen.map((one) => options.find((option) => option.value === one)?.[language] ?? String(one)).join('; ');
    }
    default:
      return Array.isArray(value) ? value.join(', ') : String(value);
  }
}
