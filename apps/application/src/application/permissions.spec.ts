import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor, fold, misjudged, permissionsOf, tableOf } from '@hub/decider';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application, decisionStatuses, type Relation } from './application.js';
import { commands } from './commands.js';
import { viewOf } from './view.js';

const states = [
  ...['ABSENT', 'DRAFT', 'SUBMITTED', 'PRE_SCREENING', 'AWAITING_ADDITIONAL_INFORMATION', 'PROCESSING'],
  ...decisionStatuses,
  ...['REGISTERED', 'REDIRECTED', 'REJECTED_INCOMPLETE', 'WITHDRAWN', 'DELETED', 'EXPIRED'],
];
const relations: readonly Relation[] = [
  ...([
    'applicant',
    'lead',
    'member',
    'invited',
    'officer',
    'reviewer',
    'authority',
    'auditor',
    'system',
    'bearer',
  ] as const),
];

const acting = (id: string, organisation: string, ...roles: string[]): Actor => ({
  ...{ kind: 'person', id, organisation, roles, assurance: 'substantial' },
});
const people: Record<string, Actor> = {
  lead: acting('claire', 'inserm', 'applicant'),
  'lead-for-another-organisation': acting('claire', 'institut-curie', 'applicant'),
  member: acting('david', 'inserm', 'applicant'),
  'member-for-another-organisation': acting('david', 'institut-curie', 'applicant'),
  invited: acting('eve', 'institut-curie', 'applicant'),
  'colleague-outside-the-team': acting('fanny', 'inserm', 'applicant'),
  stranger: acting('gilles', 'institut-curie', 'applicant'),
  officer: acting('otto', 'hdh', 'hub_officer'),
  authority: acting('anna', 'cnil', 'authority_officer'),
  'committee-member-admitted': acting('m-1', 'cesrees', 'committee_member'),
  'committee-member-not-admitted': acting('m-2', 'cesrees', 'committee_member'),
  auditor: acting('aude', 'cour', 'auditor'),
  'data-holder': acting('hugo', 'chu', 'data_holder'),
};

const member = (personId: string, role: 'lead' | 'member') => ({ personId, organisationId: 'inserm', role });
const draft: ApplicationEvent[] = [
  { type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 1, lead: member('claire', 'lead') },
  { type: 'member-invited', invitationId: 'i', personId: 'eve', role: 'member', expiresAt: '2026-03-16T09:00:00.000Z' },
  { type: 'member-joined', invitationId: 'j', member: member('david', 'member') },
];
const sent: ApplicationEvent[] = [
  ...draft,
  { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' },
  { type: 'reviewer-admitted', reviewerId: 'm-1' },
];
const histories: Record<string, ApplicationEvent[]> = {
  DRAFT: draft,
  PROCESSING: [...sent, { type: 'status-followed', status: 'PROCESSING', cause: 'x' }],
  WITHDRAWN: [...sent, { type: 'withdrawn', from: 'PROCESSING' }],
  DELETED: [...draft, { type: 'deleted' }],
  EXPIRED: [...draft, { type: 'draft-expired', leadId: 'claire', organisationId: 'inserm' }],
};

/** What each person sees in each state: nothing, the invitation, or the whole file. */
function visibility(): string {
  const rows = Object.entries(people).map(([name, actor]) => [
    name,
    ...Object.values(histories).map((events) => {
      const { state, version } = fold(application, events);
      if (application.relations(state, actor).length === 0) return '.';
      return 'answers' in viewOf(new Forms(), 'a', version, state, actor, []) ? 'whole' : 'invitation';
    }),
  ]);
  return tableOf([['sees', ...Object.keys(histories)], ...rows]);
}

const kept = readFileSync(join(import.meta.dirname, '../../../src/application/permissions.txt'), 'utf8');

/** Reviewed by hand: a new command, state or relation does not pass until its row stands in the file. */
describe('who may do what to an application, and who sees what [R6.1.4]', () => {
  it('is what application/permissions.txt says', () => {
    expect(`${permissionsOf(commands, states, relations)}\n${visibility()}`).toBe(kept);
  });
  it('is decided in no other state and for nobody else', () => {
    expect(misjudged(application, commands, states, relations)).toEqual([]);
  });
});
