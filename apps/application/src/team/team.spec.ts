import { type Actor, fold, tell } from '@hub/decider';
import { type ApplicationEvent, application, type Relation } from '../application/application.js';
import { commands } from '../application/commands.js';
import { acceptInvitation } from './accept-invitation.js';
import { handOverLead } from './hand-over-lead.js';
import { inviteByLink } from './invite-by-link.js';
import { letterOf } from './letter.js';
import { recallInvitation } from './recall-invitation.js';

const bearers = { ...application, relations: (): Relation[] => ['bearer'] };
const { given } = tell(application, commands);
const bearing = tell(bearers, commands);
const acting = (id: string, organisation = 'inserm'): Actor => ({
  ...{ kind: 'person', id, organisation, roles: ['applicant'], assurance: 'substantial' },
});
const claire = acting('claire');
const david = acting('david');
const begun: ApplicationEvent = {
  ...{ type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 1 },
  lead: { personId: 'claire', organisationId: 'inserm', role: 'lead' },
};
const expiresAt = '2026-03-16T09:00:00.000Z';
const linked: ApplicationEvent = {
  type: 'link-invited',
  invitationId: 'i',
  role: 'member',
  secretHash: 'h',
  expiresAt,
};
const asLead: ApplicationEvent = { ...linked, role: 'lead' };
const joined: ApplicationEvent = {
  ...{ type: 'member-joined', invitationId: 'i' },
  member: { personId: 'david', organisationId: 'inserm', role: 'member' },
};
const recalled: ApplicationEvent = { type: 'invitation-recalled', invitationId: 'i' };
const handedOver: ApplicationEvent = { type: 'lead-handed-over', from: 'claire', to: 'david' };
const sent: ApplicationEvent = { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' };

describe('the team of an application', () => {
  it('is joined by whoever holds the secret, for the organisation they act for', () => {
    given(begun)
      .when(inviteByLink, { invitationId: 'i', role: 'member', recipient: 'r' }, { actor: claire, secretHash: 'h' })
      .then(linked);
    const elsewhere = { personId: 'david', organisationId: 'institut-curie', role: 'member' } as const;
    bearing
      .given(begun, linked)
      .when(acceptInvitation, { secretHash: 'h' }, { actor: acting('david', 'institut-curie') })
      .then({ type: 'member-joined', invitationId: 'i', member: elsewhere });
    given(begun)
      .when(inviteByLink, { invitationId: 'i', role: 'member', recipient: 'r' }, { actor: david, secretHash: 'h' })
      .refused('not-found');
  });

  it('refuses a secret that was used, recalled, has expired or never was, in one way', () => {
    const accept = (now: Date | undefined, ...events: ApplicationEvent[]) =>
      bearing
        .given(begun, ...events)
        .when(acceptInvitation, { secretHash: 'h' }, { actor: acting('eve'), ...(now && { now }) });
    accept(undefined, linked, joined).refused('invitation-void');
    accept(undefined, linked, recalled).refused('invitation-void');
    accept(new Date(expiresAt), linked).refused('invitation-void');
    accept(undefined).refused('invitation-void');
  });

  it('is led by whom the lead hands over to, of the organisation that applies, until the decision', () => {
    given(begun, linked, joined).when(handOverLead, { personId: 'david' }, { actor: claire }).then(handedOver);
    const { state } = fold(application, [begun, linked, joined, handedOver]);
    expect(application.relations(state, david)).toEqual(['lead']);
    expect(application.relations(state, claire)).toEqual(['member']);
    const reached = (status: 'PROCESSING' | 'DECISION_ISSUED' | 'REJECTED_INCOMPLETE'): ApplicationEvent => ({
      ...{ type: 'status-followed', status, cause: 'x' },
    });
    for (const open of [[sent], [sent, reached('PROCESSING')]])
      given(begun, linked, joined, ...open)
        .when(handOverLead, { personId: 'david' }, { actor: claire })
        .then(handedOver);
    for (const closed of ['DECISION_ISSUED', 'REJECTED_INCOMPLETE'] as const)
      given(begun, linked, joined, sent, reached(closed))
        .when(handOverLead, { personId: 'david' }, { actor: claire })
        .refused('not-allowed-now');
    given(begun).when(handOverLead, { personId: 'eve' }, { actor: claire }).refused('not-in-team');
    const elsewhere = {
      ...joined,
      member: { personId: 'david', organisationId: 'institut-curie', role: 'member' },
    } as ApplicationEvent;
    given(begun, linked, elsewhere)
      .when(handOverLead, { personId: 'david' }, { actor: claire })
      .refused('lead-of-other-organisation');
  });

  it('changes its lead when the one who is invited as lead accepts', () => {
    bearing.given(begun, asLead).when(acceptInvitation, { secretHash: 'h' }, { actor: david }).then(joined, handedOver);
    bearing
      .given(begun, asLead)
      .when(acceptInvitation, { secretHash: 'h' }, { actor: acting('david', 'institut-curie') })
      .refused('lead-of-other-organisation');
  });

  it('sees invitations taken back by the lead, once', () => {
    given(begun, linked).when(recallInvitation, { invitationId: 'i' }, { actor: claire }).then(recalled);
    given(begun, linked, recalled)
      .when(recallInvitation, { invitationId: 'i' }, { actor: claire })
      .refused('invitation-not-open');
  });

  it('writes the secret where no server logs it, in the language asked for', () => {
    const letter = { to: 'x@example.org', secret: 's3cret', role: 'member', language: 'fr' } as const;
    expect(letterOf(letter, 'https://hub.example/').text).toContain('https://hub.example/invitations#s3cret');
    expect(letterOf(letter, 'https://hub.example').subject).toMatch(/équipe/);
  });
});
