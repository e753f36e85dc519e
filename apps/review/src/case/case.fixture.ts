import { type Actor, fold, storyTime, system, tell } from '@hub/decider';
import { type ClockName, clockOf, Procedures } from '@hub/procedures';
import { started } from '../clocks/running.js';
import type { CaseEvent, ExpressOpinion, Happening } from './case.events.js';
import { type Case, type Opened, reviewCase } from './case.js';
import { commands } from './commands.js';
import { Story } from './story.fixture.js';

/** People and past events from which the stories of a case begin. */

export const { given } = tell(reviewCase, commands);
export const review = system('review');
export const at = storyTime.toISOString();

export const person = (id: string, organisation: string, ...roles: string[]): Actor => ({
  kind: 'person',
  id,
  organisation,
  roles,
  assurance: 'substantial',
});
export const claire = person('claire', 'inserm', 'applicant');
export const david = person('david', 'inserm', 'applicant');
export const eve = person('eve', 'institut-curie', 'applicant');
export const officer = person('officer', 'hdh', 'hub_officer');
export const president = person('president', 'cesrees', 'committee_president');
export const anne = person('anne', 'cesrees', 'committee_member');
export const mehdi = person('mehdi', 'cesrees', 'committee_member');
export const sylvie = person('sylvie', 'cesrees', 'committee_member');
/** Of the committee as well, but employed by the applicant. */
export const irene = person('irene', 'inserm', 'committee_member');
export const authority = person('authority', 'cnil', 'authority_officer');
export const auditor = person('auditor', 'cour-des-comptes', 'auditor');
export const engineer = person('engineer', 'hdh', 'workspace_engineer');

export const scope = {
  datasets: [{ datasetId: 'snds-dcir', tables: [{ table: 'ER_PRS_F', columns: ['BEN_NIR_PSA'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
export const team = [
  { personId: 'claire', organisationId: 'inserm', role: 'lead' as const },
  { personId: 'david', organisationId: 'inserm', role: 'member' as const },
];
export const submission = {
  applicationId: 'app-1',
  procedure: 'FR_AUTHORISATION',
  procedureVersion: 1,
  leadId: 'claire',
  organisationId: 'inserm',
  team,
  scope,
  purposes: ['e'],
  submittedAt: at,
};

export const procedures = new Procedures();
const french = procedures.of({ id: 'FR_AUTHORISATION', version: 1 });
const { checklist } = french;
const limit = (name: ClockName) => clockOf(french, name).limit;
/** Where the limits end that begin with the story: 7 working days, 4 weeks, 1 month and 2 months of Paris days. */
export const ends = {
  forwarding: '2026-03-11T22:59:59.999Z',
  information: '2026-03-30T21:59:59.999Z',
  opinion: '2026-04-02T21:59:59.999Z',
  urgentOpinion: '2026-03-17T22:59:59.999Z',
  extendedOpinion: '2026-05-04T21:59:59.999Z', // 2 May is a Saturday
  decision: '2026-05-04T21:59:59.999Z',
  renewedDecision: '2026-07-02T21:59:59.999Z',
};
export const justAfter = (instant: string) => new Date(Date.parse(instant) + 1);
export const lastInstant = (instant: string) => new Date(instant);

export const opened: CaseEvent = {
  type: 'opened',
  at,
  applicationId: 'app-1',
  procedure: { id: 'FR_AUTHORISATION', version: 1 },
  leadId: 'claire',
  organisationId: 'inserm',
  team,
  scope,
  purposes: ['e'],
  clocks: started({}, 'FORWARD_TO_COMMITTEE', storyTime, limit('FORWARD_TO_COMMITTEE')),
};
export const complete: CaseEvent = {
  type: 'found-complete',
  at,
  urgent: false,
  checklist: checklist.map(({ key }) => ({ key, outcome: 'MET' })),
  clocks: started({}, 'COMMITTEE_OPINION', storyTime, limit('COMMITTEE_OPINION')),
};
export const beforeTheCommittee = [opened, complete];

export const declares = (who: Actor, interest = false): Happening<'interest-declared'> => {
  if (who.kind !== 'person') throw new Error('only people declare');
  return { type: 'interest-declared', memberId: who.id, organisationId: who.organisation, interest };
};
export const cleared = [president, anne, mehdi, sylvie].map((who) => declares(who));
const firstOfMarch = (rapporteurId: string) => ({ rapporteurId, month: '2026-03', slot: 1 });
export const named: CaseEvent = {
  type: 'rapporteurs-named',
  rapporteurs: ['anne', 'mehdi'],
  slots: [firstOfMarch('anne'), firstOfMarch('mehdi')],
};
export const reportBy = (rapporteurId: string): CaseEvent => ({
  type: 'report-filed',
  at,
  rapporteurId,
  text: '…',
  proposal: 'FAVOURABLE',
});
export const reported = [...beforeTheCommittee, ...cleared, named, reportBy('anne'), reportBy('mehdi')];
export const voteOpened: CaseEvent = {
  type: 'vote-opened',
  at,
  present: ['president', 'anne', 'mehdi', 'sylvie'],
  quorum: 3,
};
export const votes = (cast: Record<string, ExpressOpinion>): CaseEvent[] =>
  Object.entries(cast).map(([memberId, vote]) => ({ type: 'vote-cast', memberId, vote }));
export const grounds = {
  methodology: 'm',
  necessityOfPersonalData: 'n',
  scientificAndEthicalRelevance: 's',
  publicInterest: 'p',
};
export const opinion = (value: Happening<'opinion-issued'>['opinion']): CaseEvent => ({
  type: 'opinion-issued',
  at,
  opinion: value,
});
export const seized: CaseEvent = {
  type: 'authority-seized',
  at,
  clocks: started({}, 'AUTHORITY_DECISION', storyTime, limit('AUTHORITY_DECISION')),
};
export const beforeTheAuthority = (value: Happening<'opinion-issued'>['opinion'] = 'FAVOURABLE'): CaseEvent[] => [
  ...reported,
  voteOpened,
  ...votes({ president: 'FAVOURABLE', anne: 'FAVOURABLE', mehdi: 'FAVOURABLE' }),
  opinion(value),
  seized,
];

/** The state that some events lead to. */
export function stateAfter(...events: CaseEvent[]): Opened {
  const { state } = fold<Case, CaseEvent>(reviewCase as never, events);
  if (state.status === 'ABSENT') throw new Error('nothing opened the case');
  return state;
}

export const remarks = [{ field: 'purpose.expectedBenefit', remark: 'For whom?' }];

/** A case just opened under a procedure, to be led on. */
export const storyUnder = (
  procedure: string,
  holderIds: readonly string[] = [],
  known: Procedures = procedures,
  procedureVersion = 1,
): Story => Story.of({ ...submission, procedure, procedureVersion, holderIds }, known);
