import { lastInstantOf, parseIsoDay } from '@hub/clock';
import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { PermitContent, SignedDocument } from './document.js';
import type { PermitRefusal } from './permit.refusals.js';
import type { Seal } from './seal.js';

export interface GrantedPermit {
  readonly baseId: string;
  readonly content: PermitContent;
  /** Every version that was signed, the first one first. */
  readonly versions: readonly SignedDocument[];
}

/** Source: permit states, TEHDAS2 D6.4, table 3. A version that was amended is superseded; the permit itself goes on. */
export type Permit =
  | { readonly status: 'ABSENT' }
  | (GrantedPermit & { readonly status: 'GRANTED' })
  | (GrantedPermit & { readonly status: 'REVOKED'; readonly revokedAt: string; readonly reasons: string })
  | (GrantedPermit & { readonly status: 'EXPIRED' });

export type PermitEvent =
  | { type: 'granted'; baseId: string; content: PermitContent; signed: SignedDocument }
  | { type: 'team-amended'; content: PermitContent; signed: SignedDocument; reason: string }
  | { type: 'revoked'; at: string; reasons: string }
  | { type: 'expired' };

export const permitRelations = ['lead', 'team', 'officer', 'authority', 'engineer', 'auditor', 'system'] as const;
export type PermitRelation = (typeof permitRelations)[number];

/** What a rule needs to issue a version. */
export interface Sealing {
  readonly seal: Seal;
}

export const permit: Aggregate<Permit, PermitEvent, PermitRelation> = {
  name: 'permit',
  initial: { status: 'ABSENT' },
  evolve(state, event) {
    if (event.type === 'granted') {
      return { status: 'GRANTED', baseId: event.baseId, content: event.content, versions: [event.signed] };
    }
    if (state.status === 'ABSENT') return state;
    switch (event.type) {
      case 'team-amended':
        return { ...state, content: event.content, versions: [...state.versions, event.signed] };
      case 'revoked':
        return { ...grantOf(state), status: 'REVOKED', revokedAt: event.at, reasons: event.reasons };
      case 'expired':
        return { ...grantOf(state), status: 'EXPIRED' };
    }
  },
  relations(state, actor) {
    if (actor.kind === 'system') return ['system'];
    if (state.status === 'ABSENT') return [];
    const own = state.content.team.find(
      (member) => member.personId === actor.id && member.organisationId === actor.organisation,
    );
    const relations: PermitRelation[] = own ? [own.role === 'lead' ? 'lead' : 'team'] : [];
    // Nobody rules on the permit they work under, whatever other mandates they hold.
    if (state.content.team.some(({ personId }) => personId === actor.id)) return relations;
    if (hasRole(actor, 'hub_officer')) relations.push('officer');
    if (hasRole(actor, 'authority_officer')) relations.push('authority');
    if (hasRole(actor, 'workspace_engineer')) relations.push('engineer');
    if (hasRole(actor, 'auditor')) relations.push('auditor');
    return relations;
  },
};

export const slice = slicesOf<Permit, PermitEvent, PermitRelation, PermitRefusal>();

export type Issued = Exclude<Permit, { status: 'ABSENT' }>;

const grantOf = ({ baseId, content, versions }: Issued): GrantedPermit => ({ baseId, content, versions });

/** The version in force, or the last one that was. */
export function currentVersion({ versions }: GrantedPermit): SignedDocument {
  const last = versions.at(-1);
  if (!last) throw new Error('a permit has at least one version');
  return last;
}

/** The end of the last day of validity, in the issuing body's zone. */
export const endOf = ({ validity }: PermitContent, zone = 'Europe/Paris'): Date =>
  lastInstantOf(parseIsoDay(validity.until), zone);
