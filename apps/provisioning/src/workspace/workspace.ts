import type { DataScope, TeamMember } from '@hub/contracts';
import { type Actor, type Aggregate, hasRole, slicesOf } from '@hub/decider';
import type { SchemaBreach } from '../preparation/manifest.js';
import type { OptOutReport } from '../preparation/opt-outs.js';
import type { Gap } from '../preparation/plan.js';
import type { RefusalCode } from '../refusals.js';
import { changed } from './workspace-evolve.js';

/** The permit as far as a workspace depends on it. */
export interface Permission {
  readonly permitId: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  /** First and last day, both included. */
  readonly validFrom: string;
  readonly validUntil: string;
  /** Whose opt-outs count: as at the decision; whether the permit sets them aside. Absent in older permits. */
  readonly optOut?: { readonly asAt: string; readonly exception: boolean };
}

/** A prepared table as the workspace's people see it. */
export interface WorkspaceTable {
  readonly dataset: string;
  readonly table: string;
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly pseudonym: boolean }[];
}

export interface PreparedData {
  readonly manifestSha256: string;
  readonly tables: readonly WorkspaceTable[];
  /** Distinct persons in the data. */
  readonly persons: number;
  /** Absent in what was prepared before opt-outs were applied. */
  readonly optOuts?: OptOutReport;
}

export interface Content {
  readonly permission: Permission;
  /** `person@organisation` of members whom the permit names and who may not work: their mandate ended. */
  readonly barred: readonly string[];
}

/** Source: workspace states of the procedures; REDUCED (cold storage) is not offered yet. */
export type Workspace =
  | { readonly status: 'ABSENT' }
  | (Content & { readonly status: 'REQUESTED'; readonly missing: readonly Gap[] })
  | (Content & { readonly status: 'PROVISIONING'; readonly preparationId: string })
  | (Content & { readonly status: 'FAILED'; readonly reasons: readonly SchemaBreach[] })
  | (Content & { readonly status: 'ACTIVE' | 'SUSPENDED'; readonly data: PreparedData })
  | (Content & {
      readonly status: 'LOCKED';
      readonly cause: 'revoked' | 'expired';
      readonly data: PreparedData | null;
      /** The security officer had suspended it: a permit that is reinstated does not lift that. */
      readonly suspended?: true;
    })
  | (Content & { readonly status: 'PURGED'; readonly manifestSha256: string | null; readonly files: number });

export type WorkspaceEvent =
  | { type: 'requested'; permission: Permission }
  | { type: 'deliveries-awaited'; missing: readonly Gap[] }
  | { type: 'preparation-started'; preparationId: string }
  | { type: 'activated'; data: PreparedData }
  | { type: 'failed'; reasons: readonly SchemaBreach[] }
  | { type: 'permit-followed'; permission: Permission; left: readonly string[]; dataChanged: boolean }
  | { type: 'access-ended'; personId: string; organisationId: string }
  | { type: 'access-restored'; personId: string; organisationId: string }
  | { type: 'suspended'; reason: string }
  | { type: 'resumed' }
  | { type: 'locked'; cause: 'revoked' | 'expired' }
  | { type: 'reopened'; permission: Permission; left: readonly string[]; dataChanged: boolean }
  | { type: 'purged'; manifestSha256: string | null; files: number }
  | { type: 'chart-saved'; chartId: string; personId: string; specSha256: string; dataSha256: string };

/** What an actor can be to a workspace. An engineer sees how it is doing, never its data. */
export type Relation = 'member' | 'engineer' | 'security' | 'auditor' | 'system';

export type WithContent = Extract<Workspace, Content>;
export const hasContent = (state: Workspace): state is WithContent => state.status !== 'ABSENT';

/** States that a permit still rules: all but the end. */
export const ruled = ['REQUESTED', 'PROVISIONING', 'FAILED', 'ACTIVE', 'SUSPENDED'] as const;

export const workspace: Aggregate<Workspace, WorkspaceEvent, Relation> = {
  name: 'workspace',
  initial: { status: 'ABSENT' },
  evolve: (state, event) => {
    if (event.type === 'requested')
      return { status: 'REQUESTED', permission: event.permission, barred: [], missing: [] };
    return hasContent(state) ? changed(state, event) : state;
  },
  relations(state, actor) {
    if (actor.kind === 'system') return ['system'];
    if (!hasContent(state)) return [];
    const relations: Relation[] = isMember(state, actor) ? ['member'] : [];
    if (hasRole(actor, 'workspace_engineer')) relations.push('engineer');
    if (hasRole(actor, 'security_officer')) relations.push('security');
    if (hasRole(actor, 'auditor')) relations.push('auditor');
    return relations;
  },
};

export const slice = slicesOf<Workspace, WorkspaceEvent, Relation, RefusalCode>();

/** Whether this person, acting for this organisation, is named in the permit and not barred. */
export function isMember(state: Content, actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  const named = state.permission.team.some(
    ({ personId, organisationId }) => personId === actor.id && organisationId === actor.organisation,
  );
  return named && !state.barred.includes(memberKey(actor.id, actor.organisation));
}

/** Everybody whom the permit names, whether they may work just now or not. */
export const namedPersons = (state: Content): string[] => state.permission.team.map(({ personId }) => personId);

/** Who may work now, as `person@organisation`. */
export const workingMembers = ({ permission, barred }: Content): string[] =>
  permission.team
    .map(({ personId, organisationId }) => memberKey(personId, organisationId))
    .filter((key) => !barred.includes(key));

export const memberKey = (personId: string, organisationId: string): string => `${personId}@${organisationId}`;
