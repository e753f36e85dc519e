import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/** What the JSON Schema of AsyncAPI 3.0 says against a document; then references that lead nowhere. */
export async function asyncApiFindings(document: Record<string, unknown>): Promise<string[]> {
  const schema = JSON.parse(
    await readFile(fileURLToPath(import.meta.resolve('@asyncapi/specs/schemas/3.0.0.json')), 'utf8'),
  );
  // The schema brings draft-07 itself along: a second one of the same name would be ambiguous.
  const ajv = new Ajv({ allErrors: true, strict: false, meta: false, validateSchema: false });
  formats.default(ajv);
  ajv.addFormat('uri-template', true).addFormat('iri-reference', true).addFormat('idn-email', true);
  const validate = ajv.compile(schema);
  const errors = validate(document) ? [] : (validate.errors ?? []);
  const findings = errors.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  return [...new Set([...findings, ...danglingReferences(document, document)])].slice(0, 20);
}

function danglingReferences(node: unknown, document: Record<string, unknown>): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { $ref } = node as { $ref?: unknown };
  const dangling = typeof $ref === 'string' && !leadsSomewhere($ref, document) ? [`${$ref} leads nowhere`] : [];
  return [...dangling, ...Object.values(node).flatMap((child) => danglingReferences(child, document))];
}

function leadsSomewhere(reference: string, document: Record<string, unknown>): boolean {
  let at: unknown = document;
  for (const part of reference.replace('#/', '').split('/')) at = (at as Record<string, unknown> | undefined)?.[part];
  return at !== undefined;
}
