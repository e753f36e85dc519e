import { type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { TemplateRef } from '../template/templates.js';
import type { PermitContent, SignedDocument } from './document.js';
import type { Change, HistoryEntry, PermitEvent } from './permit.events.js';
import { changed } from './permit.evolve.js';
import type { PermitRefusal } from './permit.refusals.js';
import type { Seal } from './seal.js';

export interface GrantedPermit {
  readonly baseId: string;
  readonly content: PermitContent;
  /** Every version that was signed, the first one first. */
  readonly versions: readonly SignedDocument[];
  /** How the version in force came about: it holds until the permit is revoked or expires. */
  readonly standing: Standing;
  /** Everything that happened to it, the first fact first. */
  readonly history: readonly HistoryEntry[];
}

export const standings = ['GRANTED', 'AMENDED', 'RENEWED'] as const;
export type Standing = (typeof standings)[number];

/** What was asked of the authority and waits for its ruling. */
export interface ChangeRequest {
  readonly requestId: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly change: Change;
  readonly justification: string;
}

export interface Appeal {
  readonly appealedBy: string;
  readonly appealedAt: string;
  readonly grounds: string;
}

interface Revocation {
  readonly revokedAt: string;
  /** Absent in permits revoked before it was recorded. */
  readonly revokedBy?: string;
  readonly reasons: string;
}

/**
 * Source: permit states, TEHDAS2 D6.4, table 3. A version that was amended is superseded; the permit itself goes on.
 * While a change is asked for, the version in force still holds.
 */
export type Permit =
  | { readonly status: 'ABSENT' }
  | (GrantedPermit & { readonly status: Standing })
  | (GrantedPermit & {
      readonly status: 'AMENDMENT_REQUESTED' | 'RENEWAL_REQUESTED';
      readonly request: ChangeRequest;
    })
  | (GrantedPermit & Revocation & { readonly status: 'REVOKED'; readonly appeal?: Appeal })
  | (GrantedPermit & Revocation & { readonly status: 'REVOKE_APPEALED'; readonly appeal: Appeal })
  | (GrantedPermit & { readonly status: 'EXPIRED' });

export const asked = ['AMENDMENT_REQUESTED', 'RENEWAL_REQUESTED'] as const;
/** The states in which somebody may work under the permit. */
export const inForce = [...standings, ...asked] as const;

export const permitRelations = ['lead', 'team', 'officer', 'authority', 'engineer', 'auditor', 'system'] as const;
export type PermitRelation = (typeof permitRelations)[number];

/** What a rule needs to issue a version. */
export interface Sealing {
  readonly seal: Seal;
  readonly template: TemplateRef;
}

export const permit: Aggregate<Permit, PermitEvent, PermitRelation> = {
  name: 'permit',
  initial: { status: 'ABSENT' },
  evolve: changed,
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

/** Whether the latest version still permits anything. */
export const isInForce = ({ status }: Permit): boolean => inForce.some((one) => one === status);

/** The version in force, or the last one that was. */
export function currentVersion({ versions }: Pick<GrantedPermit, 'versions'>): SignedDocument {
  const last = versions.at(-1);
  if (!last) throw new Error('a permit has at least one version');
  return last;
}

/** What the public may know: a request changes nothing until it is ruled on. */
export function standingOf({ status, standing }: Issued): Standing | 'REVOKED' | 'EXPIRED' {
  if (status === 'REVOKED' || status === 'REVOKE_APPEALED') return 'REVOKED';
  return status === 'EXPIRED' ? 'EXPIRED' : standing;
}
