import type { Schema, Snapshot } from './snapshot.js';

/**
 * What a reader of the published version would stumble over in the present one. A version only gains optional
 * fields: those who read old messages with the new schema, and new ones with the old schema, both succeed.
 */
export function incompatibilities(published: Snapshot, present: Snapshot): string[] {
  const topic = published.topic === present.topic ? [] : [`topic: changed from ${published.topic} to ${present.topic}`];
  return [...topic, ...schemaChanges(published.schema, present.schema, 'data')];
}

/** Words about a schema, not part of what it accepts. */
const annotations = new Set(['title', 'description', 'examples', 'default', '$comment']);
/** Compared field by field. */
const structural = new Set(['properties', 'required']);

function schemaChanges(before: unknown, now: unknown, path: string): string[] {
  if (!isSchema(before) || !isSchema(now)) return same(before, now) ? [] : [changed(path, before, now)];
  const keywords = new Set([...Object.keys(before), ...Object.keys(now)]);
  const others = [...keywords].filter((keyword) => !annotations.has(keyword) && !structural.has(keyword));
  return [
    ...propertyChanges(before, now, path),
    ...others.flatMap((keyword) => keywordChanges(keyword, before, now, path)),
  ];
}

function propertyChanges(before: Schema, now: Schema, path: string): string[] {
  const [old, present] = [propertiesOf(before), propertiesOf(now)];
  const [oldRequired, required] = [requiredOf(before), requiredOf(now)];
  const lost = Object.entries(old).flatMap(([name, schema]) => {
    const field = `${path}.${name}`;
    if (!(name in present)) return [`${field}: removed or renamed`];
    const narrowed = required.has(name) && !oldRequired.has(name) ? [`${field}: was optional, is required now`] : [];
    const loosened = oldRequired.has(name) && !required.has(name) ? [`${field}: was required, is optional now`] : [];
    return [...narrowed, ...loosened, ...schemaChanges(schema, present[name], field)];
  });
  const demanded = Object.keys(present).filter((name) => !(name in old) && required.has(name));
  return [...lost, ...demanded.map((name) => `${path}.${name}: a new field must be optional`)];
}

function keywordChanges(keyword: string, before: Schema, now: Schema, path: string): string[] {
  const [was, is] = [before[keyword], now[keyword]];
  if (same(was, is)) return [];
  if (isChoice(keyword) && Array.isArray(was) && Array.isArray(is)) return choiceChanges(was, is, path);
  if (keyword === 'items' || keyword === 'additionalProperties') return schemaChanges(was, is, `${path}[]`);
  return [changed(`${path} (${keyword})`, was, is)];
}

const isChoice = (keyword: string): boolean => ['anyOf', 'oneOf', 'allOf', 'enum'].includes(keyword);

/** A value less narrows; a value more surprises readers, who switch over the values that they know. */
function choiceChanges(was: readonly unknown[], is: readonly unknown[], path: string): string[] {
  if (was.length === is.length && was.every(isSchema))
    return was.flatMap((one, index) => schemaChanges(one, is[index], `${path}|${index}`));
  const removed = was.filter((one) => !is.some((other) => same(one, other)));
  const added = is.filter((one) => !was.some((other) => same(one, other)));
  return [
    ...removed.map((one) => `${path}: no longer allows ${brief(one)}`),
    ...added.map((one) => `${path}: now allows ${brief(one)}, which readers do not know`),
  ];
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const propertiesOf = (schema: Schema): Schema => (isSchema(schema['properties']) ? schema['properties'] : {});
const requiredOf = (schema: Schema): Set<unknown> =>
  new Set(Array.isArray(schema['required']) ? schema['required'] : []);
const changed = (path: string, was: unknown, is: unknown): string =>
  `${path}: changed from ${brief(was)} to ${brief(is)}`;

function brief(value: unknown): string {
  if (isSchema(value) && 'const' in value) return JSON.stringify(value['const']);
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Equal but for the order of keys. */
function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => same(item, other[at]));
  if (!isSchema(one) || !isSchema(other)) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}
