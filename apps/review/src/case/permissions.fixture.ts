import { everybody, type Histories, type People, type Permissions, partsOf } from '@hub/testkit/permissions';
import { onTheTable } from '../decision/decision.fixture.js';
import { recordHoldersFinding } from '../finding/record-finding.js';
import { flagSensitive } from '../sensitivity/flag-sensitive.js';
import { lockCase } from '../sensitivity/lock-case.js';
import type { CaseEvent, ExpressOpinion } from './case.events.js';
import {
  anne,
  at,
  claire,
  cleared,
  complete,
  david,
  declares,
  mehdi,
  named,
  officer,
  opened,
  opinion,
  person,
  president,
  procedures,
  remarks,
  reportBy,
  review,
  seized,
  storyUnder,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import { type Case, isOpened, reviewCase } from './case.js';
import { viewOf } from './case.view.js';
import { commands } from './commands.js';
import { forgoAssessment } from './forgo-assessment.js';
import { recordCompleteness } from './record-completeness.js';
import type { CaseRelation } from './relations.js';

const nina = person('nina', 'cesrees', 'committee_member');

export const casePeople: People = {
  lead: claire,
  'lead for another organisation': person('claire', 'institut-curie', 'applicant'),
  member: david,
  'member who is an officer': person('david', 'inserm', 'hub_officer'),
  'member who is an officer elsewhere': person('david', 'hdh', 'hub_officer'),
  'holder staff': person('camille', 'cnam', 'data_holder'),
  'holder staff of another role': person('carla', 'cnam', 'applicant'),
  'president who declared': president,
  'committee member who declared': sylvie,
  rapporteur: anne,
  'rapporteur who has not voted': mehdi,
  'recused member': nina,
  'recused member who is an officer': person('nina', 'hdh', 'hub_officer', 'auditor'),
  ...everybody('inserm', 'institut-curie'),
  'a service of the hub': review,
};

const begun = { ...opened, holderIds: ['cnam'] } as CaseEvent;
const onTheCommittees = [begun, complete];
const asked: CaseEvent = { type: 'information-requested', at, requestId: 'r', remarks, dueAt: at, clocks: {} };
const declared = [...onTheCommittees, ...cleared, declares(nina, true), named, reportBy('anne'), reportBy('mehdi')];
const cast: Record<string, ExpressOpinion> = { president: 'FAVOURABLE', anne: 'FAVOURABLE', sylvie: 'RESERVED' };
const hearing: CaseEvent[] = [
  { type: 'hearing-called', at, hearingId: 'h', heldOn: '2026-03-20', questions: ['Why?'] },
  { type: 'hearing-held', at, hearingId: 'h', summary: 'Because.' },
  ...['cnam', 'chu'].map((holderId) => ({
    ...{ type: 'holder-remarked' as const, at, holderId, remarkedBy: 'camille', text: 'Late data.' },
  })),
];
export const voted = [...declared, ...hearing, voteOpened, ...votes(cast)];
const seizedFrench = [...voted, opinion('FAVOURABLE'), seized];
const decided = (decision: 'AUTHORISED' | 'REFUSED'): CaseEvent => ({
  ...{ type: 'decided', at, decision, tacit: false, reasons: 'r', conditions: [], by: 'authority' },
});
const appealed: CaseEvent = { type: 'decision-appealed', at, by: 'claire', grounds: 'g' };
const ruled = (ruling: 'APPROVED' | 'REJECTED'): CaseEvent => ({
  ...{ type: 'decision-appeal-ruled', at, by: 'authority-2', ruling, reasons: 'r' },
});
const withdrawn: CaseEvent = { type: 'closed-by-withdrawal', at };
const accepted: CaseEvent = { type: 'decision-accepted', at, by: 'claire' };

const finding = { criterion: 'DATA_NECESSARY', finding: 'MET', reasons: 'r' } as const;
const assessed = storyUnder('EU_TRUSTED_HOLDER', ['cnam'], procedures, procedures.newest('EU_TRUSTED_HOLDER')?.version)
  .then(recordCompleteness, { urgent: false }, officer)
  .then(recordHoldersFinding, finding, person('camille', 'cnam', 'data_holder'))
  .then(flagSensitive, { ground: 'TRADE_SECRET', reasons: 'r' }, officer)
  .then(lockCase, { reasons: 'r' }, officer);
const trusted = assessed.then(forgoAssessment, { reason: 'late' }, officer, new Date('2027-01-01')).events;
const french = (decision: 'AUTHORISED' | 'REFUSED') => [...seizedFrench, decided(decision)];
const european = (decision: 'AUTHORISED' | 'REFUSED') => [...trusted, decided(decision)];
const statistics = [...onTheTable('EU_DATA_REQUEST'), decided('AUTHORISED')];
const registered = storyUnder('FR_MR004').then(recordCompleteness, { urgent: false }, officer).events;

/** French unless its name says otherwise; the trusted holder’s procedure wherever it leads to the same state. */
export const caseHistories: Histories<Case, CaseEvent> = {
  ABSENT: [],
  PRE_SCREENING: [begun],
  AWAITING_ADDITIONAL_INFORMATION: {
    'asked by the hub': [begun, asked],
    'asked by the committee': [...declared, asked],
    'trusted holder': [...trusted, asked],
  },
  HOLDER_ASSESSMENT: assessed.events,
  COMMITTEE_REVIEW: { 'nobody has declared': onTheCommittees, 'reports filed': declared, 'vote opened': voted },
  APPLICANT_CHOICE: [...voted, opinion('RESERVED')],
  AUTHORITY_REVIEW: { French: seizedFrench, 'trusted holder': trusted },
  DECIDED: french('AUTHORISED'),
  POSITIVE_DECISION_ISSUED: european('AUTHORISED'),
  POSITIVE_DECISION_ACCEPTED: [...european('AUTHORISED'), accepted],
  POSITIVE_DECISION_REJECTED: [...european('AUTHORISED'), { type: 'decision-declined', at, by: 'claire' }],
  NEGATIVE_DECISION_ISSUED: { French: french('REFUSED'), 'trusted holder': european('REFUSED') },
  NEGATIVE_DECISION_ACCEPTED: [...european('REFUSED'), accepted],
  NEGATIVE_DECISION_APPEALED: {
    French: [...french('REFUSED'), appealed],
    'trusted holder': [...european('REFUSED'), appealed],
  },
  APPEAL_APPROVED: [...french('REFUSED'), appealed, ruled('APPROVED')],
  APPEAL_REJECTED: [...french('REFUSED'), appealed, ruled('REJECTED')],
  STATISTICS_AWAITED: statistics,
  STATISTICS_DELIVERED: [
    ...statistics,
    { type: 'statistics-delivered', at, by: 'officer', reference: 's', countColumn: 'n', rows: [] },
  ],
  REGISTERED: registered,
  REDIRECTED: [begun, { type: 'redirected', at, to: 'EU_DATA_REQUEST', reasons: 'r' }],
  REJECTED_INCOMPLETE: {
    'by the hub': [begun, { type: 'rejected-incomplete', at, silent: false, reasons: 'r' }],
    'asked by the committee': [...declared, asked, { type: 'rejected-incomplete', at, silent: true }],
  },
  WITHDRAWN: { 'from the hub': [begun, withdrawn], 'from the authority': [...seizedFrench, withdrawn] },
};

const declaredElsewhere = { 'committee_member-of-institut-curie': [], sylvie: [], anne: [] };

export const casePermissions: Permissions<Case, CaseEvent, CaseRelation> = {
  aggregate: reviewCase,
  commands,
  histories: caseHistories,
  people: casePeople,
  own: 'the applicant’s organisation',
  sees: {
    'A CASE': (state, actor) => {
      if (!isOpened(state) || actor.kind === 'system' || reviewCase.relations(state, actor).length === 0) return [];
      const beside = {
        id: 'c',
        version: 1,
        now: new Date(at),
        allowed: [],
        permitId: 'p',
        conflicts: declaredElsewhere,
      };
      const view = viewOf(state, actor, beside);
      const committee = 'committee' in view ? view.committee : undefined;
      const inside = partsOf(committee).map((part) => `committee.${part}`);
      const votes = committee && 'votes' in committee.vote ? ['committee.vote.votes'] : [];
      return [...partsOf(view).filter((part) => part !== 'committee'), ...inside, ...votes];
    },
  },
};
