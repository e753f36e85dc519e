import { applyDecorators, type INestApplication } from '@nestjs/common';
import { ApiResponse, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
// The storage has no public export; the schemas of nested inputs are known to nobody else.
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { type TSchema, Type } from 'typebox';

/** `{ id, version, status, allowed }`: what every command answers. */
export const CommandAnswer = Type.Object({
  id: Type.String(),
  version: Type.Integer({ description: 'Send it in If-Match with the next command.' }),
  status: Type.String(),
  allowed: Type.Array(Type.String(), { description: 'The commands that you may give next.' }),
});

/** States the shape of a route's answer in the OpenAPI document. */
export const Answers = (schema: TSchema, status = 200, description = '') =>
  applyDecorators(ApiResponse({ status, description, schema: schema as never }));

const Problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'en', 'fr'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: safe to branch on.' },
    en: { type: 'string' },
    fr: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'en', 'fr'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          en: { type: 'string' },
          fr: { type: 'string' },
        },
      },
    },
    correlationId: { type: 'string' },
  },
};

/** The service's OpenAPI 3.1 document: routes from Nest, inputs from their class-validator decorators. */
export function openApi(app: INestApplication, service: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(`Health Data Hub: ${service}`)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const inputs = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage as never,
    refPointerPrefix: '#/components/schemas/',
  });
  document.components ??= {};
  const schemas = document.components.schemas ?? {};
  const needed = new Set([...Object.keys(schemas)]);
  const known = inputs as Record<string, never>;
  for (const name of needed) collect(name, known, needed);
  document.components.schemas = {
    ...schemas,
    ...Object.fromEntries([...needed].filter((name) => known[name]).map((name) => [name, known[name] as never])),
    Problem: Problem as never,
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: Record<string, unknown> }[]) {
      if (operation?.responses) {
        operation.responses.default = {
          description: 'A problem, RFC 9457',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
      }
    }
  }
  return document;
}

/** Adds the schemas that a schema refers to. */
function collect(name: string, known: Record<string, unknown>, needed: Set<string>): void {
  for (const [, reference] of JSON.stringify(known[name] ?? {}).matchAll(/#\/components\/schemas\/(\w+)/g)) {
    if (reference && !needed.has(reference)) {
      needed.add(reference);
      collect(reference, known, needed);
    }
  }
}
