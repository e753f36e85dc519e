import type { Block, PdfDocument } from '../pdf.js';
import type { Part, Section, Template, Wording } from './template.js';
import { filled, type Language, wordsIn } from './wording.js';

type Row = Readonly<Record<string, string | boolean>>;
type Values = Readonly<Record<string, string | boolean | readonly Row[]>>;

/** The document that a template makes of these values. */
export function documentFrom(template: Template, values: Values, language: Language, at: Date): PdfDocument {
  const { title, subtitle, footer, sections } = template;
  const say = sayer(values, language);
  return {
    title: say(title),
    ...(subtitle && { subtitle: say(subtitle) }),
    language,
    at,
    blocks: sections.flatMap((section) => sectionBlocks(section, values, say)),
    ...(footer && { footer: say(footer) }),
  };
}

type Say = (wording: Wording, row?: Row) => string;

const sayer =
  (values: Values, language: Language): Say =>
  (wording, row = {}) =>
    filled(wordsIn(wording, language), { ...values, ...row }).trim();

function sectionBlocks(section: Section, values: Values, say: Say): Block[] {
  if (!stands(section, values)) return [];
  const { heading, parts } = section;
  return [
    ...(heading ? [{ heading: say(heading) }] : []),
    ...parts.filter((part) => stands(part, values)).map((part) => blockOf(part, values, say)),
  ];
}

function blockOf(part: Part, values: Values, say: Say): Block {
  switch (part.kind) {
    case 'text':
      return { text: say(part.text) };
    case 'facts':
      return {
        facts: part.facts
          .map(({ name, value }) => [say(name), say(value)] as const)
          .filter(([, value]) => value !== ''),
      };
    case 'list':
      return { list: rowsOf(values, part.of).map((row) => say(part.item, row)) };
    case 'table':
      return {
        table: {
          head: part.columns.map(({ head }) => say(head)),
          rows: rowsOf(values, part.of).map((row) => part.columns.map(({ cell }) => say(cell, row))),
        },
      };
  }
}

const rowsOf = (values: Values, name: string): readonly Row[] => {
  const rows = values[name];
  return typeof rows === 'object' ? rows : [];
};

const stands = ({ when, unless }: { readonly when?: string; readonly unless?: string }, values: Values): boolean =>
  (when === undefined || isThere(values[when])) && (unless === undefined || !isThere(values[unless]));

const isThere = (value: Values[string] | undefined): boolean =>
  typeof value === 'object' ? value.length > 0 : Boolean(value);
