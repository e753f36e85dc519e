import { startClock } from '@hub/clock';
import { afterThePermit } from '@hub/procedures';
import { everybody, type Permissions } from '@hub/testkit/permissions';
import { at, claire, david, person, review, team } from '../case/case.fixture.js';
import { commands } from './commands.js';
import { type Result, type ResultEvent, type ResultRelation, result } from './result.js';

const clock = startClock(new Date(at), afterThePermit.resultsPublished.limit);
const implementer = { personId: 'irene', organisationId: 'inserm', role: 'implementer' as const };
const awaited: ResultEvent = { type: 'awaited', applicationId: 'app-1', team: [...team, implementer], clock };
const both = { fr: 't', en: 't' };
const publication = { title: both, summary: both, links: [], publishedOn: '2026-03-01' };

export const resultPermissions: Permissions<Result, ResultEvent, ResultRelation> = {
  aggregate: result,
  commands,
  histories: {
    ABSENT: [],
    AWAITED: { 'in time': [awaited], overdue: [awaited, { type: 'overdue', dueAt: at }] },
    PUBLISHED: [awaited, { type: 'published', at, publication }],
  },
  people: {
    lead: claire,
    'lead for another organisation': person('claire', 'institut-curie', 'applicant'),
    member: david,
    implementer: person('irene', 'inserm', 'applicant'),
    'member who is an officer': person('david', 'hdh', 'hub_officer'),
    ...everybody('inserm', 'institut-curie'),
    'a service of the hub': review,
  },
  own: 'the applicant’s organisation',
};
