import { anne, at, auditor, claire, officer, president, review } from '../case/case.fixture.js';
import { addItem, admitItem, removeItem } from './change-agenda.js';
import { closeSession, draftMinutes } from './draw-up-minutes.js';
import { cancelSession, openItem, openSession, recordItemOpened } from './hold-session.js';
import { planSession } from './plan-session.js';
import { added, drafted, given, itemOpened, minutes, opened, plan, planned, underReview } from './session.fixture.js';
import { published } from './session.published.js';

const cases = { 'case-1': underReview, 'case-2': { status: 'COMMITTEE_REVIEW', reported: false } };

describe('plan-session', () => {
  it('is for the president and the secretary', () => {
    for (const actor of [president, officer]) given().when(planSession, plan, { actor }).then(planned);
    for (const actor of [anne, claire, auditor]) given().when(planSession, plan, { actor }).refused('forbidden');
  });
  it('says where or how, and lies ahead; the instant is kept in UTC', () => {
    given().when(planSession, { startsAt: plan.startsAt }, { actor: president }).refused('nowhere-to-meet');
    given()
      .when(planSession, { ...plan, startsAt: '2026-03-01T13:00:00.000Z' }, { actor: president })
      .refused('session-in-the-past');
    given()
      .when(planSession, { ...plan, startsAt: '2026-03-24T14:00:00+01:00' }, { actor: president })
      .then(planned);
  });
});

describe('the agenda', () => {
  it('takes cases before the committee whose reports are filed, once', () => {
    given(planned).when(addItem, { caseId: 'case-1' }, { actor: officer, cases }).then(added('case-1'));
    given(planned, added('case-1'))
      .when(addItem, { caseId: 'case-1' }, { actor: officer, cases })
      .refused('on-agenda-already');
    const elsewhere = { 'case-1': { status: 'PRE_SCREENING', reported: true } };
    given(planned)
      .when(addItem, { caseId: 'case-1' }, { actor: officer, cases: elsewhere })
      .refused('case-not-before-committee', { status: 'PRE_SCREENING' });
  });
  it('takes a case without its reports only when the president admits it', () => {
    given(planned)
      .when(addItem, { caseId: 'case-2' }, { actor: president, cases })
      .refused('reports-missing-for-agenda');
    given(planned).when(admitItem, { caseId: 'case-2' }, { actor: officer, cases }).refused('forbidden');
    given(planned).when(admitItem, { caseId: 'case-2' }, { actor: president, cases }).then(added('case-2', true));
  });
  it('loses a case until it is put to the vote', () => {
    const removed = { type: 'item-removed', caseId: 'case-1' } as const;
    given(planned, added('case-1')).when(removeItem, { caseId: 'case-1' }, { actor: officer, cases }).then(removed);
    given(planned, added('case-1'), removed)
      .when(removeItem, { caseId: 'case-1' }, { actor: officer, cases })
      .refused('not-on-agenda');
    given(planned, added('case-1'), opened, itemOpened)
      .when(removeItem, { caseId: 'case-1' }, { actor: president, cases })
      .refused('item-opened-already');
  });
  it('has no case for whom it does not exist: neither to add, to take off nor to open', () => {
    for (const slice of [addItem, admitItem, removeItem]) {
      given(planned, added('case-1'))
        .when(slice, { caseId: 'case-1' }, { actor: president, cases: {} })
        .refused('no-such-case');
    }
    given(planned, added('case-1'), opened)
      .when(openItem, { caseId: 'case-1' }, { actor: president, cases: {} })
      .refused('no-such-case');
  });
});

describe('a session', () => {
  it('is opened by the president, who is there, with the members present', () => {
    given(planned)
      .when(openSession, { present: ['anne', 'president', 'mehdi', 'sylvie'] }, { actor: president })
      .then(opened);
    given(planned).when(openSession, { present: [] }, { actor: officer }).refused('forbidden');
    given(planned, opened).when(openSession, { present: [] }, { actor: president }).refused('not-allowed-now');
  });
  it('lets the president put items of its agenda to the vote; the case decides what follows', () => {
    given(planned, added('case-1'), opened).when(openItem, { caseId: 'case-1' }, { actor: president, cases }).then();
    given(planned, opened).when(openItem, { caseId: 'case-1' }, { actor: president, cases }).refused('not-on-agenda');
    given(planned, added('case-1'))
      .when(openItem, { caseId: 'case-1' }, { actor: president, cases })
      .refused('not-allowed-now');
    const frozen = { caseId: 'case-1', present: ['president', 'anne', 'mehdi'], quorum: 3 };
    given(planned, added('case-1'), opened).when(recordItemOpened, frozen, { actor: review }).then(itemOpened);
    given(planned, opened).when(recordItemOpened, frozen, { actor: president }).refused('forbidden');
  });
  it('can be cancelled until it is opened', () => {
    given(planned)
      .when(cancelSession, { reason: 'strike' }, { actor: officer })
      .then({ type: 'cancelled', reason: 'strike' });
    given(planned, opened).when(cancelSession, { reason: 'strike' }, { actor: officer }).refused('not-allowed-now');
  });
  it('tells the others who met on which cases: no link, remark, reason or opinion', () => {
    const told = [
      planned,
      added('case-1'),
      opened,
      itemOpened,
      drafted,
      { type: 'cancelled', reason: 'strike' } as const,
    ];
    const { state } = given(...told);
    const text = JSON.stringify(told.map((event) => published(event, state, 's')));
    expect(text).not.toMatch(/visio|Laennec|publique|strike|Cohorte|Réduire/);
    expect(text).toContain('case-1');
  });
});

describe('minutes', () => {
  const held = [planned, added('case-1'), added('case-2'), opened, itemOpened];
  it('wait for the opinion on every item that was put to the vote', () => {
    given(...held)
      .when(draftMinutes, {}, { actor: officer, items: minutes.items, open: ['case-1'] })
      .refused('items-still-open', { caseIds: ['case-1'] });
  });
  it('are drawn up from what was decided, again while they are a draft, and approved by the president', () => {
    const remarks = 'La séance est publique.';
    for (const before of [held, [...held, drafted]]) {
      given(...before)
        .when(draftMinutes, { remarks }, { actor: officer, items: minutes.items, open: [] })
        .then(drafted);
    }
    given(...held, drafted)
      .when(closeSession, {}, { actor: officer })
      .refused('forbidden');
    given(...held, drafted)
      .when(closeSession, {}, { actor: president })
      .then({ type: 'closed', at, presidentId: 'president' });
    given(...held)
      .when(closeSession, {}, { actor: president })
      .refused('not-allowed-now');
  });
});
