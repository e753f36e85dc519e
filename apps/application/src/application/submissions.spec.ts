import { type Actor, fold } from '@hub/decider';
import { filledForm } from '../../test/filled-form.js';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application } from './application.js';
import { conflictOf } from './conflict.js';
import { versionsOf } from './submissions.js';
import { viewOf } from './view.js';

const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const basket = (column: string) => ({
  datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: [column] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
});
const asked = (requestId: string, ...fields: string[]): ApplicationEvent => ({
  ...{ type: 'information-awaited', requestId, fields, phase: 'PROCESSING' },
});
const saved = (aim: string): ApplicationEvent => ({ type: 'answers-saved', answers: { 'purpose.aim': aim } });
const provided = (requestId: string): ApplicationEvent => ({ type: 'information-provided', requestId, fields: [] });
const sent: ApplicationEvent[] = [
  { type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 1, lead },
  { type: 'answers-saved', answers: filledForm },
  { type: 'basket-chosen', basket: basket('a') },
  { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' },
];
const twice: ApplicationEvent[] = [
  ...sent,
  asked('r-1', 'purpose.aim', 'dataSources'),
  saved('second aim'),
  { type: 'basket-chosen', basket: basket('b') },
  provided('r-1'),
];
const acting = (id: string, organisation: string, ...roles: string[]): Actor => ({
  ...{ kind: 'person', id, organisation, roles, assurance: 'substantial' },
});
const claire = acting('claire', 'inserm', 'applicant');
const officer = acting('otto', 'hdh', 'hub_officer');

function seen(events: readonly ApplicationEvent[], actor: Actor) {
  const { state, version } = fold(application, events);
  return viewOf(new Forms(), 'a', version, state, actor, []) as {
    answers: Record<string, unknown>;
    earlier: Record<string, unknown>;
  };
}

describe('what was sent', () => {
  it('is kept for each submission, beside what the next one changed', () => {
    const history = twice.map((event, index) => ({
      event,
      version: index + 1,
      at: `day ${index + 1}`,
      actor: 'claire',
    }));
    const [first, second, ...others] = versionsOf(history);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ number: 1, version: 4, at: 'day 4', by: 'claire', cause: 'SUBMITTED', changed: [] });
    expect(first?.answers).toEqual(filledForm);
    expect(second).toMatchObject({ number: 2, version: 8, cause: 'INFORMATION_PROVIDED', requestId: 'r-1' });
    expect(second?.changed).toEqual([
      { field: 'purpose.aim', earlier: filledForm['purpose.aim'], answer: 'second aim' },
      { field: 'dataSources', earlier: basket('a'), answer: basket('b') },
    ]);
  });
  it('shows the earlier answer beside the current one, of each field that changed', () => {
    expect(seen(twice, officer).earlier).toEqual({
      'purpose.aim': filledForm['purpose.aim'],
      dataSources: basket('a'),
    });
    const thrice = [...twice, asked('r-2', 'purpose.aim'), saved('third aim'), provided('r-2')];
    expect(seen(thrice, officer).earlier).toEqual({ 'purpose.aim': 'second aim', dataSources: basket('a') });
    expect(seen(sent, officer).earlier).toEqual({});
  });
  it('is what reviewers see until the answer is sent; the team sees what it is writing', () => {
    const writing = [...sent, asked('r-1', 'purpose.aim'), saved('half an answer')];
    expect(seen(writing, officer).answers).toEqual(filledForm);
    expect(seen(writing, officer).earlier).toEqual({});
    expect(seen(writing, claire).answers['purpose.aim']).toBe('half an answer');
    expect(seen(writing, claire).earlier).toEqual({ 'purpose.aim': filledForm['purpose.aim'] });
  });
});

describe('a stale save', () => {
  const base = { answers: { 'purpose.aim': 'old', 'purpose.plan': 'plan' } };
  const theirs = { answers: { 'purpose.aim': 'theirs', 'purpose.plan': 'plan', 'data.size': 5 }, basket: basket('a') };
  const aim = { field: 'purpose.aim', base: 'old', theirs: 'theirs' };

  it('is shown both versions and what both began with, where they collide', () => {
    const yours = { 'purpose.aim': 'yours', 'purpose.plan': 'new plan' };
    expect(conflictOf(base, theirs, yours)).toEqual({
      changed: [
        aim,
        { field: 'data.size', base: null, theirs: 5 },
        { field: 'dataSources', base: null, theirs: basket('a') },
      ],
      conflicts: [{ ...aim, yours: 'yours' }],
      yours,
    });
  });
  it('of other fields, or of the same answer, collides with nothing and is told what changed', () => {
    const { changed, conflicts } = conflictOf(base, theirs, { 'purpose.plan': 'new plan', 'purpose.aim': 'theirs' });
    expect(conflicts).toEqual([]);
    expect(changed.map(({ field }) => field)).toEqual(['purpose.aim', 'data.size', 'dataSources']);
  });
});
