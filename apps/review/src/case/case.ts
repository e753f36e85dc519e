import type { DataScope, TeamMember } from '@hub/contracts';
import { type Aggregate, slicesOf } from '@hub/decider';
import type { Clocks } from '../clocks/running.js';
import type { AskingPhase, CaseEvent, Decided, Grounds, Opinion, Remark } from './case.events.js';
import { changed, opened } from './case.evolve.js';
import type { CaseRefusal } from './case.refusals.js';
import type { Item } from './item.js';
import { type CaseRelation, relationsTo } from './relations.js';

export interface InformationRequest {
  readonly requestId: string;
  readonly phase: AskingPhase;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly remarks: readonly Remark[];
  readonly answeredAt?: string;
}

/** What every state carries. */
export interface CaseFile {
  readonly applicationId: string;
  readonly procedure: { readonly id: string; readonly version: number };
  readonly leadId: string;
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  readonly purposes: readonly string[];
  readonly openedAt: string;
  readonly officerId?: string;
  readonly urgent: boolean;
  readonly requests: readonly InformationRequest[];
  readonly clocks: Clocks;
}

export interface IssuedOpinion {
  readonly at: string;
  readonly opinion: Opinion;
  readonly tally?: Readonly<Record<string, number>>;
  readonly grounds?: Grounds;
  readonly recommendations?: string;
}

export type Decision = Omit<Decided, 'type'>;

/** A case and where it stands. Source: state machines of the French procedure; the item is the committee's. */
export type Case =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'PRE_SCREENING'; readonly file: CaseFile }
  | {
      readonly status: 'AWAITING_ADDITIONAL_INFORMATION';
      readonly file: CaseFile;
      readonly phase: AskingPhase;
      readonly item?: Item;
    }
  | { readonly status: 'COMMITTEE_REVIEW'; readonly file: CaseFile; readonly item: Item }
  | {
      readonly status: 'APPLICANT_CHOICE';
      readonly file: CaseFile;
      readonly item: Item;
      readonly opinion: IssuedOpinion;
    }
  | {
      readonly status: 'AUTHORITY_REVIEW';
      readonly file: CaseFile;
      readonly item: Item;
      readonly opinion: IssuedOpinion;
    }
  | {
      readonly status: 'DECIDED';
      readonly file: CaseFile;
      readonly item: Item;
      readonly opinion: IssuedOpinion;
      readonly decision: Decision;
    }
  | {
      readonly status: 'REJECTED_INCOMPLETE';
      readonly file: CaseFile;
      readonly phase: AskingPhase;
      readonly item?: Item;
      readonly silent: boolean;
      readonly reasons?: string;
    }
  | {
      readonly status: 'WITHDRAWN';
      readonly file: CaseFile;
      readonly from: string;
      readonly item?: Item;
      readonly opinion?: IssuedOpinion;
    };

export type Opened = Exclude<Case, { status: 'ABSENT' }>;

export const isOpened = (state: Case): state is Opened => state.status !== 'ABSENT';

export const itemOf = (state: Opened): Item | undefined => ('item' in state ? state.item : undefined);

/** The authority knows of a case from the moment it is seized of it. */
export const authoritySees = (state: Opened): boolean =>
  state.status === 'AUTHORITY_REVIEW' ||
  state.status === 'DECIDED' ||
  (state.status === 'WITHDRAWN' && state.from === 'AUTHORITY_REVIEW');

export const reviewCase: Aggregate<Case, CaseEvent, CaseRelation> = {
  name: 'case',
  initial: { status: 'ABSENT' },
  evolve: (state, event) => (event.type === 'opened' ? opened(event) : isOpened(state) ? changed(state, event) : state),
  relations(state, actor) {
    if (actor.kind === 'system') return ['system'];
    if (!isOpened(state)) return [];
    const { team, organisationId } = state.file;
    return relationsTo({ team, organisationId, item: itemOf(state), authoritySees: authoritySees(state) }, actor);
  },
};

export const slice = slicesOf<Case, CaseEvent, CaseRelation, CaseRefusal>();
