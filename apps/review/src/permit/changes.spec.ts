import { fold, tell } from '@hub/decider';
import { authority, claire, david, eve, officer, procedures } from '../case/case.fixture.js';
import { amendTeam } from './amend-team.js';
import { commands } from './commands.js';
import { codeOf, effectsOf } from './history.js';
import type { Amendment, PermitEvent } from './permit.events.js';
import { baseId, content, granted, key, sealing } from './permit.fixture.js';
import { type Issued, type Permit, permit } from './permit.js';
import { requestAmendment, requestRenewal } from './request-change.js';
import { approveChange, rejectChange } from './rule-on-change.js';
import { verifyPermit } from './verify-permit.js';

const { given } = tell(permit, commands);
const at = '2026-03-02T09:00:00.000Z';
const zoe = { personId: 'zoe', organisationId: 'chu', role: 'member' as const };
const amendment: Amendment = { kind: 'AMENDMENT', add: [zoe], remove: ['david'] };
const ask = { amendment, justification: 'A new statistician.', beyond: [] };
const requested: PermitEvent = {
  type: 'change-requested',
  ...{ at, by: 'claire', requestId: 'id-1', change: amendment, justification: 'A new statistician.' },
};
const longer = { months: 24, justification: 'Inclusion took longer.' };
const renewalRequested: PermitEvent = {
  type: 'change-requested',
  ...{
    at,
    by: 'claire',
    requestId: 'id-1',
    change: { kind: 'RENEWAL', months: 24 },
    justification: longer.justification,
  },
};
const after = (...events: PermitEvent[]) => fold<Permit, PermitEvent>(permit, events).state as Issued;
const outcomeOf = (story: { outcome: unknown }) => story.outcome as PermitEvent[];
const approved = (...past: PermitEvent[]) =>
  outcomeOf(given(...past).when(approveChange, { requestId: 'id-1' }, { actor: authority, ...sealing }));

describe('an amendment', () => {
  it('is asked for by the lead, with who asked and when [R9.4.1]', () => {
    given(granted).when(requestAmendment, ask, { actor: claire }).then(requested);
    given(granted).when(requestAmendment, ask, { actor: david }).refused('forbidden');
    given(granted).when(requestAmendment, ask, { actor: eve }).refused('not-found');
    expect(after(granted, requested)).toMatchObject({ status: 'AMENDMENT_REQUESTED', request: { askedBy: 'claire' } });
  });
  it('asked for by letter is written down by an officer with the reasons stated [R9.4.2]', () => {
    const story = (askedBy?: string) => given(granted).when(requestAmendment, { ...ask, askedBy }, { actor: officer });
    story('david').then({ ...requested, by: 'david' });
    story().refused('asked-by-missing');
    story('eve').refused('not-in-permit', { persons: ['eve'] });
    given(granted)
      .when(requestAmendment, { ...ask, askedBy: 'david' }, { actor: claire })
      .refused('asked-by-another');
  });
  it('touches no dataset, linkage, purpose or controller: that is a new application', () => {
    given(granted)
      .when(requestAmendment, { ...ask, beyond: ['datasets', 'purposes'] }, { actor: claire })
      .refused('needs-new-application', { points: ['datasets', 'purposes'] });
  });
  it('keeps the dates within the validity, to the day', () => {
    const dates = (from: string, until: string) =>
      given(granted).when(
        requestAmendment,
        { ...ask, amendment: { ...amendment, validity: { from, until } } },
        { actor: claire },
      );
    dates('2026-03-02', '2026-08-31').leadsTo(() => {});
    for (const [from, until] of [
      ['2026-03-01', '2026-08-31'],
      ['2026-03-02', '2026-09-01'],
      ['2026-07-02', '2026-07-01'],
    ] as const)
      dates(from, until).refused('outside-validity', { from: '2026-03-02', until: '2026-08-31' });
  });
  it('approved is a new signed version whose every change is itemised [R9.4.3] [R9.4.4]', () => {
    const wide = {
      ...amendment,
      validity: { from: '2026-03-02', until: '2026-06-30' },
      tools: ['R'],
      points: ['One.'],
    };
    const state = after(granted, requested, ...approved(granted, { ...requested, change: wide }));
    expect(state).toMatchObject({
      status: 'AMENDED',
      content: { validity: { until: '2026-06-30' }, points: ['One.'] },
    });
    expect(state.versions.map(({ document }) => document.replaces)).toEqual([null, `${baseId}-v1`]);
    expect(verifyPermit(state.versions[1], key.pem)).toMatchObject({ genuine: true, id: `${baseId}-v2` });
    expect(state.history.at(-1)).toEqual({
      ...{ code: 'AMENDED', at, version: 2, by: 'authority', requestId: 'id-1' },
      changes: [
        { item: 'person-added', after: 'zoe (member)' },
        { item: 'person-removed', before: 'david (member)' },
        { item: 'valid-until', before: '2026-08-31', after: '2026-06-30' },
        { item: 'tools', before: '', after: 'R' },
        { item: 'point', after: 'One.' },
      ],
    });
  });
  it('is ruled on by the authority, on the request that it has read', () => {
    given(granted, requested)
      .when(approveChange, { requestId: 'id-1' }, { actor: officer, ...sealing })
      .refused('forbidden');
    given(granted, requested)
      .when(approveChange, { requestId: 'id-0' }, { actor: authority, ...sealing })
      .refused('another-request', { requestId: 'id-1' });
    given(granted)
      .when(approveChange, { requestId: 'id-1' }, { actor: authority, ...sealing })
      .refused('not-allowed-now');
  });
  it('rejected leaves the version in force, with the reasons', () => {
    given(granted, requested)
      .when(rejectChange, { requestId: 'id-1', reasons: 'Not needed.' }, { actor: authority })
      .leadsTo((state) => {
        expect(state).toMatchObject({ status: 'GRANTED', content });
        expect(codeOf(state as Issued)).toBe('AMENDMENT_REJECTED');
        expect((state as Issued).history.at(-1)?.reasons).toBe('Not needed.');
      });
  });
  it('applies to the people as they are at the ruling', () => {
    const [left] = outcomeOf(
      given(granted, requested).when(
        amendTeam,
        { add: [], remove: ['david'], reason: 'Left.' },
        { actor: officer, ...sealing },
      ),
    ) as [PermitEvent];
    expect(after(granted, requested, left).status).toBe('AMENDMENT_REQUESTED');
    given(granted, requested, left)
      .when(approveChange, { requestId: 'id-1' }, { actor: authority, ...sealing })
      .refused('not-in-permit', { persons: ['david'] });
  });
  it('after the last day is not approved any more', () => {
    given(granted, requested)
      .when(
        approveChange,
        { requestId: 'id-1' },
        { actor: authority, ...sealing, now: new Date('2026-08-31T22:00:00Z') },
      )
      .refused('validity-over');
  });
});

describe('a renewal', () => {
  const asked = (day: string, months = 24) =>
    given(granted).when(
      requestRenewal,
      { ...longer, months },
      { procedures, actor: claire, now: new Date(`${day}T09:00:00.000Z`) },
    );
  it('is asked for by the lead, with who asked, when and why [R9.4.5] [R9.4.6]', () => {
    given(granted).when(requestRenewal, longer, { procedures, actor: claire }).then(renewalRequested);
    given(granted)
      .when(requestRenewal, { ...longer, askedBy: 'claire' }, { procedures, actor: officer })
      .then(renewalRequested);
    given(granted).when(requestRenewal, longer, { procedures, actor: david }).refused('forbidden');
  });
  it('is asked for at least a month before the end, for at most ten years', () => {
    asked('2026-07-31', 120).leadsTo((state) => expect(state.status).toBe('RENEWAL_REQUESTED'));
    asked('2026-08-01').refused('renewal-too-late', { lastDay: '2026-07-31' });
    asked('2026-07-31', 121).refused('renewal-too-long', { most: 120 });
  });
  it('approved goes on from the present end, at once, in a new version [R9.3.10] [R9.4.7]', () => {
    const state = after(granted, renewalRequested, ...approved(granted, renewalRequested));
    expect(state).toMatchObject({
      status: 'RENEWED',
      content: { validity: { from: '2026-03-02', until: '2028-08-31' } },
    });
    expect(effectsOf(state)).toEqual([
      { id: `${baseId}-v1`, from: at, until: at },
      { id: `${baseId}-v2`, from: at },
    ]);
  });
  it('happens once, even after a later amendment [R9.4.8]', () => {
    const renewed = [granted, renewalRequested, ...approved(granted, renewalRequested)];
    const amendedToo = [...renewed, requested, ...approved(...renewed, requested)];
    expect(after(...amendedToo).status).toBe('AMENDED');
    for (const past of [renewed, amendedToo])
      given(...past)
        .when(requestRenewal, longer, { procedures, actor: claire })
        .refused('renewed-already', { renewals: 1 });
  });
});
