import type { DataScope, ProjectParty, ProjectUse, TeamMember } from '@hub/contracts';
import type { ClockName } from '@hub/procedures';
import type { Clocks } from '../clocks/running.js';
import type { DatasetDecision, DecisionEvent, OptOut } from '../decision/decision.events.js';
import type { DecidedTerms } from '../decision/delivery-terms.js';
import type { Finding } from '../finding/finding.js';
import type { SensitivityEvent } from '../sensitivity/sensitivity.js';
import type { CheckedItem } from './checklist.js';
import type { CommitteeEvent } from './committee.events.js';

/** What the committee can think of a project. Source: CESREES rules of procedure, title 3. */
export const opinions = ['FAVOURABLE', 'FAVOURABLE_WITH_RECOMMENDATIONS', 'RESERVED', 'UNFAVOURABLE'] as const;
export type ExpressOpinion = (typeof opinions)[number];
export type Opinion = ExpressOpinion | 'TACIT_FAVOURABLE';

/** A marked field and what is wrong with it, in the words of who asks. */
export interface Remark {
  readonly field: string;
  readonly remark: string;
}

/** What a trusted data holder can propose to the authority. */
export const proposals = ['GRANT', 'PARTIAL', 'REFUSE'] as const;
export type Proposal = (typeof proposals)[number];

/** What an opinion rests on (décret 2019-536, art. 90). */
export interface Grounds {
  readonly methodology: string;
  readonly necessityOfPersonalData: string;
  readonly scientificAndEthicalRelevance: string;
  readonly publicInterest: string;
}

/** What a dataset is of the categories of Regulation (EU) 2025/327, art. 51(1), in codes. */
export interface DatasetCategories {
  readonly datasetId: string;
  readonly categories: readonly string[];
}

export interface CaseOpened {
  readonly type: 'opened';
  readonly at: string;
  readonly applicationId: string;
  readonly procedure: { readonly id: string; readonly version: number };
  readonly leadId: string;
  readonly organisationId: string;
  readonly team: readonly TeamMember[];
  readonly scope: DataScope;
  readonly purposes: readonly string[];
  readonly parties?: readonly ProjectParty[];
  readonly use?: ProjectUse;
  readonly holderIds?: readonly string[];
  readonly categories?: readonly DatasetCategories[];
  readonly clocks: Clocks;
}

export interface Decided {
  readonly type: 'decided';
  readonly at: string;
  readonly decision: 'AUTHORISED' | 'REFUSED';
  readonly tacit: boolean;
  readonly reasons?: string;
  readonly conditions: readonly string[];
  /** Whether the authority followed what the data holders proposed. */
  readonly proposal?: { readonly followed: boolean; readonly reasons?: string };
  /** Absent in decisions made before it was recorded, and where silence decided. */
  readonly by?: string;
  /** Present where each dataset was decided on by itself. */
  readonly datasets?: readonly DatasetDecision[];
  readonly optOut?: OptOut;
  /** Of an answer in statistics. */
  readonly terms?: DecidedTerms;
  /** What the workspace has beside what every workspace has. */
  readonly tools?: readonly string[];
  /** What runs from the decision: for the applicant to answer or to appeal, for the hub to deliver. */
  readonly clocks?: Clocks;
  /** Civil days; only of an authorisation. */
  readonly validity?: { readonly from: string; readonly until: string };
}

/** Everything that can happen to a case. Clocks travel in the events that change them: a later procedure moves no end. */
export type CaseEvent =
  | CaseOpened
  | { type: 'officer-assigned'; officerId: string }
  | { type: 'lead-changed'; at: string; leadId: string; organisationId: string }
  | {
      type: 'information-requested';
      at: string;
      /** Absent in requests made before it was recorded. */
      by?: string;
      requestId: string;
      remarks: readonly Remark[];
      dueAt: string;
      clocks: Clocks;
    }
  | {
      type: 'information-received';
      at: string;
      requestId: string;
      team: readonly TeamMember[];
      scope: DataScope;
      parties?: readonly ProjectParty[];
      use?: ProjectUse;
      holderIds?: readonly string[];
      categories?: readonly DatasetCategories[];
      clocks: Clocks;
    }
  | {
      type: 'found-complete';
      at: string;
      urgent: boolean;
      checklist?: readonly CheckedItem[];
      /** Where the catalogue named nobody before. */
      holderIds?: readonly string[];
      clocks: Clocks;
    }
  | { type: 'registered'; at: string; checklist: readonly CheckedItem[] }
  | {
      type: 'track-changed';
      at: string;
      procedure: { readonly id: string; readonly version: number };
      reasons: string;
      clocks: Clocks;
    }
  | { type: 'redirected'; at: string; to: string; reasons: string }
  | {
      type: 'decision-proposed';
      at: string;
      holderId: string;
      proposedBy: string;
      proposal: Proposal;
      reasons: string;
      /** Of the phase that follows; of the last proposal only. */
      clocks?: Clocks;
    }
  | ({ type: 'finding-recorded' } & Finding)
  | { type: 'assessment-forgone'; at: string; reason: string; clocks: Clocks }
  | { type: 'rejected-incomplete'; at: string; silent: boolean; reasons?: string }
  | CommitteeEvent
  | SensitivityEvent
  | {
      type: 'opinion-issued';
      at: string;
      opinion: Opinion;
      tally?: Readonly<Record<string, number>>;
      grounds?: Grounds;
      recommendations?: string;
      /** Of the phase that follows, where it has one. */
      clocks?: Clocks;
    }
  | { type: 'opinion-extended'; reason: string; clocks: Clocks }
  | { type: 'authority-seized'; at: string; clocks: Clocks }
  | { type: 'authority-time-renewed'; reason: string; clocks: Clocks }
  | Decided
  | DecisionEvent
  | { type: 'deadline-missed'; clock: ClockName; dueAt: string }
  | { type: 'deadline-near'; at: string; clock: ClockName; dueAt: string }
  | { type: 'closed-by-withdrawal'; at: string };

export type Happening<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;
