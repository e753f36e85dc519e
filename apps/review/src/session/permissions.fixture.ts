import { fold } from '@hub/decider';
import { type Histories, type Permissions, partsOf } from '@hub/testkit/permissions';
import { at } from '../case/case.fixture.js';
import { reviewCase } from '../case/case.js';
import { casePeople, voted } from '../case/permissions.fixture.js';
import { caseForAgenda, readsItsMinutes } from './cases-of-session.js';
import { commands } from './commands.js';
import { added, drafted, opened, planned } from './session.fixture.js';
import { type Session, type SessionEvent, type SessionRelation, session } from './session.js';
import { viewOf } from './session.view.js';

const held = [planned, added('case-1'), opened];

export const sessionHistories: Histories<Session, SessionEvent> = {
  ABSENT: [],
  PLANNED: [planned, added('case-1')],
  OPEN: held,
  MINUTES_DRAFTED: [...held, drafted],
  CLOSED: [...held, drafted, { type: 'closed', at, presidentId: 'president' }],
  CANCELLED: [planned, added('case-1'), { type: 'cancelled', reason: 'r' }],
};

/** On the agenda: a case that has been put to the vote. */
const onAgenda = fold(reviewCase, voted).state;

export const sessionPermissions: Permissions<Session, SessionEvent, SessionRelation> = {
  aggregate: session,
  commands,
  histories: sessionHistories,
  people: casePeople,
  own: 'the organisation of an applicant whose case is on the agenda',
  sees: {
    'A SESSION': (state, actor) => {
      if (state.status === 'ABSENT' || actor.kind === 'system') return [];
      if (session.relations(state, actor).length === 0) return [];
      const known = caseForAgenda(onAgenda, actor);
      const readable = readsItsMinutes(onAgenda, actor) ? ['case-1'] : [];
      const beside = { id: 's', version: 1, allowed: [], cases: { ...(known && { 'case-1': known }) }, readable };
      const view = viewOf(state, actor, beside);
      const item = view.agenda.length > 0 ? ['agenda: the case'] : [];
      const minutes = view.minutes && view.minutes.items.length > 0 ? ['minutes: the case'] : [];
      return [...partsOf(view), ...item, ...minutes];
    },
  },
};
