import { system } from '@hub/decider';
import { person } from '@hub/testkit';
import { delegateMandate, endDelegation, lapseDelegation } from './delegate-mandate.js';
import { endMandate } from './end-mandate.js';
import { administrator, given, holder, limited, representative, story } from './mandate.fixture.js';
import type { MandateEvent } from './mandate.js';

const absence = { delegateId: 'david', from: '2026-03-02', to: '2026-03-20' };
const byHolder = { ...holder, delegateIsOfOrganisation: true };
const delegated: MandateEvent = { type: 'MandateDelegated', ...absence };
const back = (endedBy: string, cause: 'ended' | 'lapsed' | 'mandate'): MandateEvent => ({
  type: 'MandateDelegationEnded',
  delegateId: 'david',
  endedBy,
  cause,
});
const delegate = { actor: person('david', 'inserm', 'applicant') };

describe('a delegation', () => {
  it('is made by the holder alone, to a colleague', () => {
    story.given(given).when(delegateMandate, absence, byHolder).then(delegated);
    story
      .given(given)
      .when(delegateMandate, absence, { ...administrator, delegateIsOfOrganisation: true })
      .refused('forbidden');
    story
      .given(given)
      .when(delegateMandate, absence, { ...holder, delegateIsOfOrganisation: false })
      .refused('delegate-elsewhere');
    story
      .given(given)
      .when(delegateMandate, { ...absence, delegateId: 'claire' }, byHolder)
      .refused('own-delegation');
  });

  it('lies within the mandate, not in the past', () => {
    const on = (from: string, to: string) =>
      story.given(limited).when(delegateMandate, { ...absence, from, to }, byHolder);
    on('2026-03-01', '2026-03-20').refused('delegation-outside', { first: '2026-03-02', last: '2026-12-31' });
    on('2026-12-01', '2027-01-01').refused('delegation-outside');
    on('2026-03-20', '2026-03-19').refused('period-reversed');
    on('2026-12-31', '2026-12-31').then({ ...delegated, from: '2026-12-31', to: '2026-12-31' });
  });

  it('is never of a vote, nor of the power to give roles', () => {
    for (const role of ['committee_member', 'committee_president', 'body_member', 'directory_administrator'] as const) {
      story
        .given({ ...given, role })
        .when(delegateMandate, absence, byHolder)
        .refused('not-delegable', { role });
    }
  });

  it('is not passed on, and not made twice', () => {
    story
      .given(given, delegated)
      .when(delegateMandate, { ...absence, delegateId: 'eve' }, { ...delegate, delegateIsOfOrganisation: true })
      .refused('forbidden');
    story.given(given, delegated).when(delegateMandate, absence, byHolder).refused('already-delegated');
    story.given(given, delegated, back('claire', 'ended')).when(delegateMandate, absence, byHolder).then(delegated);
  });

  it('is taken back, given back, or over', () => {
    story.given(given, delegated).when(endDelegation, {}, holder).then(back('claire', 'ended'));
    story.given(given, delegated).when(endDelegation, {}, delegate).then(back('david', 'ended'));
    story.given(given, delegated).when(endDelegation, {}, representative).then(back('rita', 'ended'));
    story.given(given).when(endDelegation, {}, holder).refused('not-delegated');
    const hub = { actor: system('directory'), delegateIsOfOrganisation: true };
    story.given(given, delegated).when(lapseDelegation, { today: '2026-03-20' }, hub).refused('still-running');
    story
      .given(given, delegated)
      .when(lapseDelegation, { today: '2026-03-21' }, hub)
      .then(back('service:directory', 'lapsed'));
    story
      .given(given, delegated)
      .when(lapseDelegation, { today: '2026-03-10' }, { ...hub, delegateIsOfOrganisation: false })
      .then(back('service:directory', 'lapsed'));
  });

  it('ends with the mandate', () => {
    story
      .given(given, delegated)
      .when(endMandate, {}, administrator)
      .then(back('admin', 'mandate'), { type: 'MandateEnded', endedBy: 'admin', cause: 'ended' });
  });
});
