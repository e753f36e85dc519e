import { type Actor, fold, tell } from '@hub/decider';
import { type ApplicationEvent, application, hasContent } from '../application/application.js';
import { message } from './message.js';
import { published } from './message.published.js';
import { sendMessage } from './send-message.js';
import { correspondenceOf, type Side } from './sides.js';
import { addressableIn } from './thread.js';

const { given } = tell(message, [sendMessage]);
const acting = (id: string, organisation: string, ...roles: string[]): Actor => ({
  ...{ kind: 'person', id, organisation, roles, assurance: 'substantial' },
});
const people: Record<string, Actor> = {
  lead: acting('claire', 'inserm', 'applicant'),
  'lead-for-another-organisation': acting('claire', 'institut-curie', 'applicant'),
  member: acting('david', 'inserm', 'applicant'),
  invited: acting('fay', 'inserm', 'applicant'),
  stranger: acting('eve', 'inserm', 'applicant'),
  officer: acting('otto', 'hdh', 'hub_officer'),
  authority: acting('anna', 'cnil', 'authority_officer'),
  'committee-member-admitted': acting('m-1', 'cesrees', 'committee_member'),
  'committee-member-recused': acting('m-2', 'cesrees', 'committee_member'),
  'officer-in-the-committee': acting('m-3', 'hdh', 'hub_officer', 'committee_member'),
  auditor: acting('aude', 'cour', 'auditor'),
  'holder-written-to': acting('camille', 'cnam', 'data_holder'),
};
const draft: ApplicationEvent[] = [
  {
    ...{ type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 1 },
    lead: { personId: 'claire', organisationId: 'inserm', role: 'lead' },
  },
  { type: 'member-invited', invitationId: 'i', personId: 'fay', role: 'member', expiresAt: '2026-03-16T09:00:00.000Z' },
  { type: 'member-joined', invitationId: 'j', member: { personId: 'david', organisationId: 'inserm', role: 'member' } },
];
const sent: ApplicationEvent[] = [
  ...draft,
  { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' },
  { type: 'reviewer-admitted', reviewerId: 'm-1' },
  { type: 'reviewer-admitted', reviewerId: 'm-2' },
  { type: 'reviewer-recused', reviewerId: 'm-2' },
];
const histories: Record<string, ApplicationEvent[]> = {
  DRAFT: draft,
  SUBMITTED: sent,
  DECISION_ISSUED: [...sent, { type: 'status-followed', status: 'DECISION_ISSUED', cause: 'x' }],
  WITHDRAWN: [...sent, { type: 'withdrawn', from: 'PROCESSING' }],
  DELETED: [...draft, { type: 'deleted' }],
};
const stateAfter = (events: ApplicationEvent[]) => fold(application, events).state;

const factsFor = (actor: Actor, events: ApplicationEvent[], begun = false) => {
  const state = stateAfter(events);
  const correspondence = correspondenceOf(state, actor, { seized: true, addressed: ['holder:cnam'] });
  if (!hasContent(state) || !correspondence) throw new Error('no correspondence');
  const thread = { addressable: addressableIn(state.organisationId, ['cnam', 'inserm'], true), begun };
  return { actor, application: state, correspondence, thread, fields: ['purpose.aim'], arrived: ['f-1'] };
};

describe('messages inside a case', () => {
  it('say who wrote for which side and when, pinned to a field of the form', () => {
    const said = { applicationId: 'a', text: 'Which cohort?', field: 'purpose.aim', attachments: ['f-1'] };
    given()
      .when(sendMessage, said, factsFor(people.officer as Actor, sent))
      .then({
        ...{ type: 'sent', ...said, fromSide: 'officer', senderId: 'otto', organisationId: 'hdh' },
        sentAt: '2026-03-02T09:00:00.000Z',
      });
  });

  it('are refused where there is no such field or file, after a withdrawal, and from who only reads', () => {
    const said = { applicationId: 'a', text: 'x', attachments: [] };
    const lead = factsFor(people.lead as Actor, sent);
    given()
      .when(sendMessage, { ...said, field: 'purpose.x' }, lead)
      .refused('unknown-fields', { fields: ['purpose.x'] });
    given()
      .when(sendMessage, { ...said, attachments: ['f-2'] }, lead)
      .refused('no-such-file');
    for (const [status, events] of [
      ['WITHDRAWN', histories.WITHDRAWN],
      ['DRAFT', draft],
    ] as const)
      given()
        .when(sendMessage, said, factsFor(people.lead as Actor, events as ApplicationEvent[]))
        .refused('message-not-now', { status });
    given()
      .when(sendMessage, said, factsFor(people.auditor as Actor, sent))
      .refused('message-not-yours');
  });

  it('are papers that another authority shared, among those alone who examine the case [R7.3.6]', () => {
    const paper = { applicationId: 'a', text: 'On the case.', attachments: ['f-1'], origin: 'Findata' };
    const [officer, lead] = [people.officer, people.lead] as [Actor, Actor];
    const files = (command: typeof paper & { with?: Side[] }, actor = officer, begun = false) =>
      given().when(sendMessage, command, factsFor(actor, sent, begun));
    const by = { fromSide: 'officer' as const, senderId: 'otto', organisationId: 'hdh' };
    const at = { sentAt: '2026-03-02T09:00:00.000Z' };
    files({ ...paper, with: ['authority'] }).then({
      type: 'sent',
      ...paper,
      sides: ['authority', 'officer'],
      ...by,
      ...at,
    });
    // Before the case came to the authority, the officers keep them.
    files({ ...paper, with: ['officer'] }).then({ type: 'sent', ...paper, sides: ['officer'], ...by, ...at });
    files({ ...paper, with: ['applicant', 'authority'] }).refused('papers-among-examiners');
    files(paper).refused('papers-among-examiners');
    files({ ...paper, attachments: [], with: ['authority'] }).refused('papers-among-examiners');
    files({ ...paper, with: ['officer'] }, lead, true).refused('papers-among-examiners');
  });

  it('are in threads of authority, applicant and holder, begun by whoever examines the case [R7.2.10]', () => {
    const said = { applicationId: 'a', text: 'Can you deliver 2019?', attachments: [] };
    const sides: Side[] = ['applicant', 'authority', 'holder:cnam'];
    const withOthers = (side: Side) => ({ ...said, with: sides.filter((one) => one !== side) });
    const event = (fromSide: Side, senderId: string, organisationId: string) => ({
      ...{ type: 'sent' as const, ...said, sides, fromSide, senderId, organisationId },
      sentAt: '2026-03-02T09:00:00.000Z',
    });
    const [authority, lead, holder] = [people.authority, people.lead, people['holder-written-to']] as [
      Actor,
      Actor,
      Actor,
    ];
    const begins = (actor: Actor, command: typeof said & { with?: Side[] }) =>
      given().when(sendMessage, command, factsFor(actor, sent));
    begins(authority, withOthers('authority')).then(event('authority', 'anna', 'cnil'));
    begins(lead, withOthers('applicant')).refused('thread-not-begun');
    begins(holder, withOthers('holder:cnam')).refused('thread-not-begun');
    begins(holder, said).refused('message-not-yours');
    given()
      .when(sendMessage, withOthers('holder:cnam'), factsFor(holder, sent, true))
      .then(event('holder:cnam', 'camille', 'cnam'));
    // A holder that applies for its own data is the applicant.
    begins(authority, { ...said, with: ['holder:inserm'] }).refused('correspondents-unknown', {
      ...{ unknown: ['holder:inserm'], known: ['applicant', 'officer', 'holder:cnam'] },
    });
    expect(published(event('holder:cnam', 'camille', 'cnam'), { status: 'SENT' }, 'm').data).toEqual({
      ...{ applicationId: 'a', messageId: 'm', toApplicant: true, toOfficer: false, toAuthority: true, toHolders: [] },
    });
  });
});
