/** Lists whose order means something: the columns of a key, beside those they point to. */
const ordered = new Set(['columns', 'targetColumns', 'primaryKey']);

/**
 * JSON that is equal where content is: keys sorted, absent values left out, lists as sets.
 * RDF has no order, so the same description written anew must say nothing new.
 */
export function canonicalJson(value: unknown, key = ''): string {
  if (Array.isArray(value)) {
    const items = value.map((each) => canonicalJson(each));
    return `[${(ordered.has(key) ? items : items.sort()).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each, name)}`);
  return `{${members.join(',')}}`;
}
