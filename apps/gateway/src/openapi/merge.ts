import { type ServiceName, serviceAt } from '../forward/routes.js';

type Json = Record<string, unknown>;

/** As much of an OpenAPI document as merging it takes. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, Json>>;
  readonly tags?: readonly { readonly name: string }[];
}

const schemaPath = '#/components/schemas/';

/** One document out of the gateway's own and the services': only addresses that the gateway serves. */
export function mergeOpenApi(
  own: OpenApiDocument,
  services: ReadonlyMap<ServiceName, OpenApiDocument>,
): OpenApiDocument {
  const paths: Record<string, Json> = { ...prefixed('gateway', own).paths };
  const components: Record<string, Json> = structuredClone(own.components ?? {}) as Record<string, Json>;
  const schemas: Json = (components.schemas ??= {});
  const tags = new Map((own.tags ?? []).map((tag) => [tag.name, tag]));
  for (const [service, given] of services) {
    const document = prefixed(service, withoutClashes(service, given, schemas));
    for (const [path, item] of Object.entries(document.paths)) if (serviceAt(path) === service) paths[path] = item;
    Object.assign(schemas, document.components?.schemas);
    components.securitySchemes = { ...document.components?.securitySchemes, ...components.securitySchemes };
    for (const tag of document.tags ?? []) tags.set(tag.name, tag);
  }
  return { ...own, info: { ...own.info, title: 'Health Data Hub' }, paths, components, tags: [...tags.values()] };
}

/** Gives the service's name to each schema that another one already uses for a different shape. */
function withoutClashes(service: string, document: OpenApiDocument, taken: Json): OpenApiDocument {
  const own = document.components?.schemas ?? {};
  const clashing = Object.keys(own).filter((name) => name in taken && !sameShape(own[name], taken[name]));
  if (clashing.length === 0) return document;
  const newName = (name: string) => (clashing.includes(name) ? `${capital(service)}${name}` : name);
  const renamed = withReferences(document, newName) as OpenApiDocument;
  const schemas = Object.fromEntries(
    Object.entries(renamed.components?.schemas ?? {}).map(([name, schema]) => [newName(name), schema]),
  );
  return { ...renamed, components: { ...renamed.components, schemas } };
}

/** A copy in which each reference to a schema goes through `newName`. */
function withReferences(value: unknown, newName: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, newName));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const refers = key === '$ref' && typeof member === 'string' && member.startsWith(schemaPath);
      return [key, refers ? schemaPath + newName(member.slice(schemaPath.length)) : withReferences(member, newName)];
    }),
  );
}

/** Operation ids must be unique in the whole document; two services may both have a `List.all`. */
function prefixed(service: string, document: OpenApiDocument): OpenApiDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    mapped(item, (operation) => named(service, operation)),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function named(service: string, operation: unknown): unknown {
  const { operationId } = (operation ?? {}) as { operationId?: string };
  return operationId === undefined ? operation : { ...(operation as Json), operationId: `${service}.${operationId}` };
}

const mapped = (item: Readonly<Record<string, unknown>>, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(item).map(([key, value]) => [key, change(value)]));

const sameShape = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
