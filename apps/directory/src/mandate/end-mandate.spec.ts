import { system } from '@hub/decider';
import { person } from '@hub/testkit';
import { dissolveMandate, endMandate, lapseMandate } from './end-mandate.js';
import { administrator, given, holder, limited, representative, story } from './mandate.fixture.js';
import type { MandateEvent } from './mandate.js';
import { publishedMandate } from './mandate.published.js';

const hub = { actor: system('directory') };
const delegated: MandateEvent = { type: 'MandateDelegated', delegateId: 'david', from: '2026-03-02', to: '2026-03-20' };

describe('a mandate', () => {
  it('is ended by an administrator, once; its holder sees it but cannot', () => {
    const ended: MandateEvent = { type: 'MandateEnded', endedBy: 'admin', cause: 'ended' };
    story.given(given).when(endMandate, {}, administrator).then(ended);
    story.given(given).when(endMandate, {}, holder).refused('forbidden');
    story
      .given(given)
      .when(endMandate, {}, { actor: person('eve', 'institut-curie') })
      .refused('not-found');
    story.given(given, ended).when(endMandate, {}, administrator).refused('not-allowed-now');
  });

  it('of an ordinary role is ended by its organisation’s representative, and by no other one', () => {
    story
      .given(given)
      .when(endMandate, {}, representative)
      .then({ type: 'MandateEnded', endedBy: 'rita', cause: 'ended' });
    story
      .given({ ...given, role: 'auditor' })
      .when(endMandate, {}, representative)
      .refused('role-of-the-hub');
    story
      .given(given)
      .when(endMandate, {}, { actor: person('rolf', 'cnam', 'organisation_representative') })
      .refused('not-found');
  });

  it('lapses on the day after its last', () => {
    story.given(limited).when(lapseMandate, { today: '2026-12-31' }, hub).refused('still-running');
    story
      .given(limited)
      .when(lapseMandate, { today: '2027-01-01' }, hub)
      .then({ type: 'MandateEnded', endedBy: 'service:directory', cause: 'lapsed' });
    story.given(given).when(lapseMandate, { today: '2999-01-01' }, hub).refused('still-running');
    story.given(limited).when(lapseMandate, { today: '2027-01-01' }, administrator).refused('forbidden');
  });

  it('ends with its organisation, and its delegation with it', () => {
    story
      .given(given)
      .when(dissolveMandate, {}, { ...hub, organisationClosed: false })
      .refused('still-running');
    story
      .given(given, delegated)
      .when(dissolveMandate, {}, { ...hub, organisationClosed: true })
      .then(
        { type: 'MandateDelegationEnded', delegateId: 'david', endedBy: 'service:directory', cause: 'mandate' },
        { type: 'MandateEnded', endedBy: 'service:directory', cause: 'organisation-closed' },
      );
  });

  it('is announced with identifiers alone', () => {
    const { state } = story.given({ ...given, seat: 4 });
    const { type: _, givenBy: __, on: ___, ...terms } = given;
    expect(publishedMandate(given, state, 'm-1').data).toEqual({ mandateId: 'm-1', ...terms });
  });
});
