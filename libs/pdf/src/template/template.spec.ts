import { documentFrom, templateIn } from './index.js';
import type { DocumentKind, Template } from './template.js';

const kinds: Readonly<Record<string, DocumentKind>> = {
  LETTER: {
    placeholders: { name: 'text', late: 'flag', ways: ['way', 'until'] },
    mandatory: ['name', 'ways.until'],
  },
};
const whole = {
  id: 'letter',
  version: 1,
  document: 'LETTER',
  title: { en: 'To {{name}}', fr: 'À {{name}}' },
  sections: [
    {
      heading: { en: 'Ways', fr: 'Voies' },
      parts: [
        { kind: 'text', when: 'late', text: { en: 'Late.', fr: 'En retard.' } },
        { kind: 'text', unless: 'late', text: { en: 'In time.', fr: 'À temps.' } },
        {
          kind: 'list',
          of: 'ways',
          item: { en: '{{way}}{{#until}} until {{until}}{{/until}}', fr: '{{way}} ({{until}})' },
        },
        {
          kind: 'facts',
          facts: [
            { name: { en: 'Name', fr: 'Nom' }, value: '{{name}}' },
            { name: { en: 'Late', fr: 'Retard' }, value: { en: '{{#late}}yes{{/late}}', fr: '{{#late}}oui{{/late}}' } },
          ],
        },
        { kind: 'table', of: 'ways', columns: [{ head: { en: 'Way', fr: 'Voie' }, cell: '{{way}}' }] },
      ],
    },
  ],
};
const read = (template: unknown) => templateIn(JSON.stringify(template), kinds);
const withPart = (part: unknown) => ({ ...whole, sections: [...whole.sections, { parts: [part] }] });
const values = { name: 'O’Brien & <sons>', late: false, ways: [{ way: 'Letter', until: '2026-04-01' }] };

describe('a template', () => {
  it('makes a document of values in each language, and leaves out what is not there', () => {
    const blocks = (language: 'en' | 'fr') =>
      documentFrom(read(whole) as Template, values, language, new Date(0)).blocks;
    expect(blocks('en')).toEqual([
      { heading: 'Ways' },
      { text: 'In time.' },
      { list: ['Letter until 2026-04-01'] },
      { facts: [['Name', 'O’Brien & <sons>']] },
      { table: { head: ['Way'], rows: [['Letter']] } },
    ]);
    expect(blocks('fr').slice(0, 3)).toEqual([
      { heading: 'Voies' },
      { text: 'À temps.' },
      { list: ['Letter (2026-04-01)'] },
    ]);
  });
  it('is never filled twice: a value that looks like a placeholder stays as it is', () => {
    const template = read(whole) as Template;
    expect(documentFrom(template, { ...values, name: '{{late}}' }, 'en', new Date(0)).title).toBe('To {{late}}');
  });
});

describe('a template that is refused says where and what helps', () => {
  it.each([
    ['no JSON', '{', 'is no JSON: compare with a shipped template'],
    ['an unknown document', { ...whole, document: 'X' }, '/document: unknown document X; one of LETTER'],
    ['a member of its own', { ...whole, colour: 'red' }, '/: must NOT have additional properties (colour)'],
    [
      'an unknown placeholder',
      withPart({ kind: 'text', text: '{{nom}}' }),
      '/sections/1/parts/0/text: unknown placeholder {{nom}}; known here: name, late, ways',
    ],
    [
      'a field outside of its rows',
      withPart({ kind: 'text', text: '{{way}}' }),
      '/sections/1/parts/0/text: unknown placeholder {{way}}; known here: name, late, ways',
    ],
    [
      'an unknown condition',
      withPart({ kind: 'text', when: 'early', text: '{{name}}' }),
      '/sections/1/parts/0/when: unknown condition early; known: name, late, ways',
    ],
    [
      'rows that are none',
      withPart({ kind: 'list', of: 'name', item: '{{name}}' }),
      '/sections/1/parts/0/of: unknown rows name; known: ways',
    ],
    ['a missing language', { ...whole, title: { en: 'To {{name}}' } }, '/title: fr is missing: give the words in it'],
    [
      'words in one language',
      { ...whole, title: 'To you' },
      '/title: words in one language: give { "en": …, "fr": … }',
    ],
    [
      'a condition left open',
      withPart({ kind: 'text', text: '{{#late}}' }),
      '/sections/1/parts/0/text: Unclosed section "late" at 9: write {{name}}, {{#name}}…{{/name}} or {{^name}}…{{/name}}',
    ],
    [
      'a template within a template',
      withPart({ kind: 'text', text: '{{>other}}' }),
      '/sections/1/parts/0/text: {{>other}} is neither a placeholder nor a condition: write {{name}}, {{#name}}…{{/name}} or {{^name}}…{{/name}}',
    ],
  ])('%s', (_, template, fault) => {
    expect(typeof template === 'string' ? templateIn(template, kinds) : read(template)).toContain(fault);
  });
  it('what is mandatory and missing, in either language or but on a condition', () => {
    const lacking = (language: string, name: string) =>
      `${language}: mandatory {{${name}}} is missing: show it, under no condition but its own`;
    const [section] = whole.sections;
    const without = (kind: string) => ({
      ...whole,
      sections: [{ ...section, parts: section?.parts.filter((part) => part.kind !== kind) }],
    });
    expect(read(without('list'))).toEqual([lacking('en', 'ways.until'), lacking('fr', 'ways.until')]);
    const sometimes = {
      ...whole,
      title: { en: 'A letter', fr: 'À {{name}}' },
      sections: [{ ...section, when: 'late' }],
    };
    expect(read(sometimes)).toEqual([lacking('en', 'name'), lacking('en', 'ways.until'), lacking('fr', 'ways.until')]);
  });
});
