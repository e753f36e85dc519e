export type Representation = 'json' | 'jsonld' | 'turtle';

const uuid = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\.ttl|\.jsonld)?$/i;

/** `<id>`, `<id>.ttl`, `<id>.jsonld`; without an ending, what the caller accepts decides. No id: no such address. */
export function askedFor(address: string, accept: string | undefined): { id: string | undefined; as: Representation } {
  const [, id, ending] = uuid.exec(address) ?? [];
  if (ending === '.ttl') return { id, as: 'turtle' };
  if (ending === '.jsonld') return { id, as: 'jsonld' };
  if (accept?.includes('text/turtle')) return { id, as: 'turtle' };
  if (accept?.includes('application/ld+json')) return { id, as: 'jsonld' };
  return { id, as: 'json' };
}
