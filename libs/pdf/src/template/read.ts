import { Ajv } from 'ajv';
import { type TProperties, Type } from 'typebox';
import { faultsIn } from './faults.js';
import type { DocumentKind, Template } from './template.js';

const strict = <Members extends TProperties>(members: Members) => Type.Object(members, { additionalProperties: false });

// Wordings are judged one by one, with the languages they lack.
const wording = Type.Unknown();
const name = Type.String({ minLength: 1 });
const conditional = { when: Type.Optional(name), unless: Type.Optional(name) };

const parts = [
  strict({ kind: Type.Literal('text'), ...conditional, text: wording }),
  strict({ kind: Type.Literal('facts'), ...conditional, facts: Type.Array(strict({ name: wording, value: wording })) }),
  strict({ kind: Type.Literal('list'), ...conditional, of: name, item: wording }),
  strict({
    ...{ kind: Type.Literal('table'), ...conditional, of: name },
    columns: Type.Array(strict({ head: wording, cell: wording }), { minItems: 1 }),
  }),
];
const part = { type: 'object', discriminator: { propertyName: 'kind' }, required: ['kind'], oneOf: parts };

const shape = strict({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
  version: Type.Integer({ minimum: 1 }),
  document: name,
  from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  title: wording,
  subtitle: Type.Optional(wording),
  footer: Type.Optional(wording),
  sections: Type.Array(
    strict({ ...conditional, heading: Type.Optional(wording), parts: Type.Array(Type.Unsafe<unknown>(part)) }),
    { minItems: 1 },
  ),
});

const validate = new Ajv({ strict: false, allErrors: true, discriminator: true }).compile(shape);

/** The template in a file, or everything that is wrong with it, each with its place and what helps. */
export function templateIn(text: string, kinds: Readonly<Record<string, DocumentKind>>): Template | readonly string[] {
  const data = jsonIn(text);
  if (data === undefined) return ['is no JSON: compare with a shipped template'];
  if (!validate(data)) {
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const stranger = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
      return `${instancePath || '/'}: ${message}${stranger}`;
    });
  }
  const template = data as unknown as Template;
  const kind = kinds[template.document];
  if (!kind) return [`/document: unknown document ${template.document}; one of ${Object.keys(kinds).join(', ')}`];
  const faults = faultsIn(template, kind);
  return faults.length > 0 ? faults : template;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
