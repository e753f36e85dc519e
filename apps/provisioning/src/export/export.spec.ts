import { type Person, tell } from '@hub/decider';
import { exportCommands } from './commands.js';
import { type Checks, type ExportEvent, exportRequest } from './export.js';
import { download, inspect, recall, release } from './release.js';
import { resubmit, submit, withdraw } from './submit.js';
import { exportView } from './view.js';
import { castVote } from './vote.js';

const story = tell(exportRequest, exportCommands);
const person = (id: string, organisation: string, ...roles: string[]): Person => ({
  kind: 'person',
  id,
  organisation,
  roles,
  assurance: 'substantial',
});
const as = (actor: Person) => ({ actor });
const claire = person('claire', 'inserm', 'applicant');
const david = person('david', 'inserm', 'applicant');
const [ann, ben, cleo] = ['ann', 'ben', 'cleo'].map((id) => person(id, 'hub', 'output_checker')) as [
  Person,
  Person,
  Person,
];
const security = person('security', 'hub', 'security_officer');

const file = { queryId: 'q', name: 'e.csv', sha256: 'a'.repeat(64), bytes: 10, rows: 2 };
const about = { title: 't', context: 'c', declared: {} };
const checks = (outcome: Checks['outcome']): Checks => ({
  outcome,
  disclosure: null,
  file: { kind: 'csv', outcome, reasons: [] },
});
const submitted: ExportEvent = {
  type: 'submitted',
  workspaceId: 'W',
  requesterId: 'claire',
  organisationId: 'inserm',
  memberIds: ['claire', 'david'],
  file,
  ...about,
};
const inReview: ExportEvent[] = [submitted, { type: 'checked', checks: checks('review') }];
const by = (checkerId: string, decision: 'approve' | 'refuse' | 'request-changes'): ExportEvent => ({
  type: 'vote-cast',
  checkerId,
  decision,
  remark: 'r',
});
const ballot = (decision: 'approve' | 'refuse' | 'request-changes', sha256 = file.sha256) => ({
  decision,
  remark: 'r',
  sha256,
});
const approved: ExportEvent[] = [
  ...inReview,
  by('ann', 'approve'),
  by('ben', 'approve'),
  { type: 'decided', decision: 'APPROVED' },
];
const released: ExportEvent[] = [...approved, { type: 'released' }];

describe('an export is asked for', () => {
  const submission = { workspaceId: 'W', file, ...about };
  const facts = { memberIds: ['claire', 'david'] };

  it('by a member, and checked in the same breath', () => {
    story
      .given()
      .when(submit, submission, { actor: claire, ...facts, checks: checks('pass') })
      .leadsTo((state) => expect(state.status).toBe('IN_REVIEW'));
    story
      .given()
      .when(submit, submission, { actor: claire, ...facts, checks: checks('fail') })
      .leadsTo((state) => expect(state.status).toBe('REFUSED'));
  });

  it('with something in it', () => {
    story
      .given()
      .when(submit, { ...submission, file: { ...file, rows: 0 } }, { actor: claire, ...facts, checks: checks('pass') })
      .refused('nothing-to-export');
  });

  it('again with other bytes after changes were asked for; earlier votes are gone', () => {
    const changes: ExportEvent[] = [
      ...inReview,
      by('ann', 'approve'),
      by('ben', 'request-changes'),
      { type: 'decided', decision: 'CHANGES_REQUESTED' },
    ];
    story
      .given(...changes)
      .when(resubmit, submission, { actor: claire, ...facts, checks: checks('pass') })
      .leadsTo((state) => expect(state).toMatchObject({ status: 'IN_REVIEW', votes: [] }));
    story
      .given(...changes)
      .when(resubmit, submission, { actor: david, ...facts, checks: checks('pass') })
      .refused('forbidden');
    story
      .given(...approved)
      .when(resubmit, submission, { actor: claire, ...facts, checks: checks('pass') })
      .refused('not-allowed-now');
  });

  it('and given up by who asked', () => {
    story
      .given(...inReview)
      .when(withdraw, {}, as(claire))
      .then({ type: 'withdrawn' });
    story
      .given(...released)
      .when(withdraw, {}, as(claire))
      .refused('not-allowed-now');
  });
});

describe('two checkers decide', () => {
  it('and one alone does not', () => {
    story
      .given(...inReview)
      .when(castVote, ballot('approve'), as(ann))
      .then({ ...by('ann', 'approve') });
    story
      .given(...inReview, by('ann', 'approve'))
      .when(castVote, ballot('approve'), as(ann))
      .refused('already-voted');
  });

  it.each([
    ['approve', 'approve', 'APPROVED'],
    ['refuse', 'refuse', 'REFUSED'],
    ['approve', 'refuse', 'CHANGES_REQUESTED'],
    ['approve', 'request-changes', 'CHANGES_REQUESTED'],
    ['refuse', 'request-changes', 'CHANGES_REQUESTED'],
  ] as const)('%s and %s: %s', (first, second, status) => {
    story
      .given(...inReview, by('ann', first))
      .when(castVote, ballot(second), as(ben))
      .leadsTo((state) => expect(state.status).toBe(status));
  });

  it('on the bytes that they have seen, saying why they object', () => {
    story
      .given(...inReview)
      .when(castVote, ballot('approve', 'b'.repeat(64)), as(ann))
      .refused('file-changed');
    story
      .given(...inReview)
      .when(castVote, { ...ballot('refuse'), remark: ' ' }, as(ann))
      .refused('remark-required');
  });

  it('none of them the requester or a member, whatever their roles, in whatever organisation', () => {
    story
      .given(...inReview)
      .when(castVote, ballot('approve'), as(person('claire', 'hub', 'output_checker')))
      .refused('forbidden');
    story
      .given(...inReview)
      .when(castVote, ballot('approve'), as(person('david', 'inserm', 'output_checker')))
      .refused('forbidden');
    story
      .given(...inReview)
      .when(castVote, ballot('approve'), as(person('eve', 'inserm', 'applicant')))
      .refused('not-found');
  });

  it('blind to each other', () => {
    const { state } = story.given(...inReview, by('ann', 'approve'));
    expect(exportView('e', 3, state, ben, [])).toMatchObject({ votes: [], votesCast: 1 });
    expect(exportView('e', 3, state, ann, [])).toMatchObject({ votes: [{ checkerId: 'ann' }] });
    expect(exportView('e', 3, state, claire, [])).toMatchObject({ votes: [], votesCast: undefined });
    expect(exportView('e', 5, story.given(...approved).state, ben, [])).toMatchObject({
      votes: [{ checkerId: 'ann' }, { checkerId: 'ben' }],
    });
  });
});

describe('approved is not released', () => {
  it('and only a release lets members take the file', () => {
    story
      .given(...approved)
      .when(download, {}, as(claire))
      .refused('not-allowed-now');
    story
      .given(...approved)
      .when(release, { sha256: 'b'.repeat(64) }, as(ann))
      .refused('file-changed');
    story
      .given(...approved)
      .when(release, { sha256: file.sha256 }, as(claire))
      .refused('forbidden');
    story
      .given(...approved)
      .when(release, { sha256: file.sha256 }, as(cleo))
      .then({ type: 'released' });
    story
      .given(...released)
      .when(download, {}, as(david))
      .then({ type: 'downloaded', personId: 'david', sha256: file.sha256 });
  });

  it('each download is noted, also a checker’s', () => {
    story
      .given(...inReview)
      .when(inspect, {}, as(ann))
      .then({ type: 'downloaded', personId: 'ann', sha256: file.sha256 });
    story
      .given(...inReview)
      .when(inspect, {}, as(claire))
      .refused('forbidden');
  });

  it('and a recall ends it', () => {
    story
      .given(...released)
      .when(recall, { reason: 'r' }, as(security))
      .leadsTo((state) => expect(state.status).toBe('RECALLED'));
    story
      .given(...released, { type: 'recalled', reason: 'r' })
      .when(download, {}, as(claire))
      .refused('not-allowed-now');
    story
      .given(...inReview)
      .when(recall, { reason: 'r' }, as(security))
      .refused('not-allowed-now');
  });
});
