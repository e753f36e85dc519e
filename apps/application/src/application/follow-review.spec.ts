import { system, tell } from '@hub/decider';
import { type ApplicationEvent, application, decisionStatuses, type FollowedStatus } from './application.js';
import { commands } from './commands.js';
import { followStatus, followTrack } from './follow-review.js';

const { given } = tell(application, commands);
const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const begun: ApplicationEvent = { type: 'drafted', procedure: 'EU_ACCESS', procedureVersion: 1, lead };
const followed = (status: FollowedStatus): ApplicationEvent => ({ type: 'status-followed', status, cause: 'x' });
const follows = (from: FollowedStatus, status: FollowedStatus) =>
  given(begun, followed(from)).when(followStatus, { status, cause: 'x' }, { actor: system('review') });

describe('an application after its decision', () => {
  it('holds every code of the phases and of the decision [R7.6.2]', () => {
    const codes = [
      ...(['PRE_SCREENING', 'PROCESSING'] as const),
      ...decisionStatuses,
      ...(['WITHDRAWN', 'REGISTERED', 'REDIRECTED', 'REJECTED_INCOMPLETE'] as const),
    ];
    for (const code of codes) {
      expect(given(begun, followed(code)).state.status).toBe(code);
      if (code !== 'PROCESSING') follows('PROCESSING', code).then(followed(code));
    }
  });
  it('follows the answer, the appeal, its ruling and the decision that comes after', () => {
    for (const [from, to] of [
      ['POSITIVE_DECISION_ISSUED', 'POSITIVE_DECISION_ACCEPTED'],
      ['POSITIVE_DECISION_ISSUED', 'WITHDRAWN'],
      ['NEGATIVE_DECISION_ISSUED', 'NEGATIVE_DECISION_APPEALED'],
      ['NEGATIVE_DECISION_APPEALED', 'APPEAL_APPROVED'],
      ['APPEAL_APPROVED', 'POSITIVE_DECISION_ISSUED'],
    ] as const)
      follows(from, to).then(followed(to));
  });
  it('shows the track that its case was moved to, and keeps the form that it was written in [R8.0.4]', () => {
    const track = { procedure: 'EU_ACCELERATED', procedureVersion: 2 };
    given(begun, followed('PROCESSING'))
      .when(followTrack, track, { actor: system('review') })
      .leadsTo((state) => expect(state).toMatchObject({ procedure: 'EU_ACCESS', procedureVersion: 1, track }));
  });
  it('never goes back to its review', () => {
    for (const to of ['PRE_SCREENING', 'PROCESSING', 'REJECTED_INCOMPLETE'] as const)
      follows('POSITIVE_DECISION_ISSUED', to).then();
    for (const end of ['WITHDRAWN', 'REGISTERED', 'REDIRECTED'] as const)
      follows(end, 'POSITIVE_DECISION_ISSUED').then();
  });
});
