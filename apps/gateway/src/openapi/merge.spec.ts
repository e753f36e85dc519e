import { mergeOpenApi, type OpenApiDocument } from './merge.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const document = (path: string, schemas: Record<string, Record<string, unknown>>, uses: string): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: {
    [path]: {
      get: {
        operationId: 'List.all',
        responses: { default: { content: { 'application/json': { schema: ref(uses) } } } },
      },
    },
  },
  components: { schemas, securitySchemes: { bearer: { type: 'http' } } },
  tags: [{ name: 'shared' }],
});

const same = { type: 'object', properties: { code: { type: 'string' } } };
const own = document('/dossiers', { Problem: same, Input: { type: 'object', title: 'own' } }, 'Input');
const merged = mergeOpenApi(
  own,
  new Map([
    [
      'application',
      document(
        '/applications',
        { Problem: same, Input: { type: 'object', properties: { part: ref('Part') } }, Part: { type: 'string' } },
        'Input',
      ),
    ],
    [
      'review',
      document(
        '/cases',
        { Problem: same, Input: { type: 'object', properties: { part: ref('Part') } }, Part: { type: 'integer' } },
        'Part',
      ),
    ],
    ['directory', document('/token', { Problem: same }, 'Problem')],
  ]),
);

describe('the merged document', () => {
  it('has every address that the gateway serves and none that it does not', () => {
    expect(Object.keys(merged.paths)).toEqual(['/dossiers', '/applications', '/cases']);
  });

  it('keeps equal shapes once and gives the service’s name to different ones', () => {
    expect(Object.keys(merged.components?.schemas ?? {}).sort()).toEqual([
      'ApplicationInput',
      'Input',
      'Part',
      'Problem',
      'ReviewInput',
      'ReviewPart',
    ]);
    expect(merged.components?.schemas?.ReviewInput).toEqual({
      type: 'object',
      properties: { part: ref('ReviewPart') },
    });
    expect(merged.components?.schemas?.ApplicationInput).toEqual({ type: 'object', properties: { part: ref('Part') } });
  });

  it('refers only to what is there, under ids that are unique', () => {
    const text = JSON.stringify(merged);
    const names = [...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name]) => name as string);
    for (const name of names) expect(merged.components?.schemas).toHaveProperty(name);
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(merged.tags).toEqual([{ name: 'shared' }]);
  });
});
