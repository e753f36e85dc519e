import { type Actor, hasRole, system, tell } from '@hub/decider';
import { filledForm } from '../../test/filled-form.js';
import { filling } from '../../test/filling.js';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application } from './application.js';
import { chooseBasket } from './choose-basket.js';
import { commands } from './commands.js';
import { discard } from './discard.js';
import { draft } from './draft.js';
import { followStatus } from './follow-review.js';
import { invite } from './invite.js';
import { join } from './join.js';
import { leave } from './leave.js';
import { provideInformation } from './provide-information.js';
import { saveAnswers } from './save-answers.js';
import { submit } from './submit.js';
import { withdraw } from './withdraw.js';

const forms = new Forms();
const { given } = tell(application, commands);
const acting = (id: string, organisation = 'inserm', ...roles: string[]): Actor => ({
  kind: 'person',
  id,
  organisation,
  roles,
  assurance: 'substantial',
});
const claire = acting('claire', 'inserm', 'applicant');
const david = acting('david');
const officer = acting('officer', 'hdh', 'hub_officer');
const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
/** What sending looks at: the forms, and what the scanner has found. */
const facts = { forms, infected: [] };
const begun: ApplicationEvent = { type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 2, lead };
const answered: ApplicationEvent = { type: 'answers-saved', answers: filledForm };
const basket = {
  datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: ['a', 'b'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const offered = [{ datasetId: 'd', tables: { t: ['a', 'b', 'c'] } }];
const chosen: ApplicationEvent = { type: 'basket-chosen', basket };
const sent: ApplicationEvent = { type: 'submitted', submittedAt: '2026-03-01T09:00:00.000Z' };
const sentNow: ApplicationEvent = { type: 'submitted', submittedAt: '2026-03-02T09:00:00.000Z' };
const invited: ApplicationEvent = {
  type: 'member-invited',
  invitationId: 'i',
  personId: 'david',
  role: 'member',
  expiresAt: '2026-03-16T09:00:00.000Z',
};
const joined: ApplicationEvent = {
  type: 'member-joined',
  invitationId: 'i',
  member: { personId: 'david', organisationId: 'inserm', role: 'member' },
};
const asked: ApplicationEvent = {
  type: 'information-awaited',
  requestId: 'r',
  fields: ['purpose.aim'],
  phase: 'PROCESSING',
};

describe('an application', () => {
  it('is begun by an applicant, under a procedure that exists', () => {
    given().when(draft, { procedure: 'FR_AUTHORISATION' }, { actor: claire, forms }).then(begun);
    given()
      .when(draft, { procedure: 'XX' }, { actor: claire, forms })
      .refused('unknown-procedure', { procedure: 'XX', known: forms.procedures.current().map(({ id }) => id) });
    given().when(draft, { procedure: 'FR_AUTHORISATION' }, { actor: officer, forms }).refused('forbidden');
  });

  it('keeps answers that are not named', () => {
    given(begun, answered)
      .when(saveAnswers, { answers: { 'purpose.aim': 'new' } }, { actor: claire, forms })
      .leadsTo((state) => expect(state).toMatchObject({ answers: { ...filledForm, 'purpose.aim': 'new' } }));
  });

  it('takes no answer without a question', () => {
    given(begun)
      .when(saveAnswers, { answers: { 'purpose.x': 1 } }, { actor: claire, forms })
      .refused('unknown-fields', { fields: ['purpose.x'] });
  });

  it('names no file that is not attached, and finds wrong parts of what is saved', () => {
    given(begun)
      .when(saveAnswers, { answers: { 'frenchAttachments.protocol': ['file-1'] } }, { actor: claire, forms })
      .refused('answers-invalid');
    const eu: ApplicationEvent = { type: 'drafted', procedure: 'EU_ACCESS', procedureVersion: 1, lead };
    given(eu)
      .when(saveAnswers, { answers: { 'data.cohorts': [{ size: -1 }] } }, { actor: claire, forms })
      .refused('answers-invalid');
  });

  it('takes a basket that the catalogue offers, over a period that runs forward', () => {
    given(begun).when(chooseBasket, basket, { actor: claire, offered }).then(chosen);
    given(begun)
      .when(chooseBasket, basket, { actor: claire, offered: [] })
      .refused('not-in-catalogue', { unknown: ['d'] });
    const reversed = { ...basket, period: { from: '2020-01-01', to: '2019-01-01' } };
    given(begun).when(chooseBasket, reversed, { actor: claire, offered }).refused('period-reversed');
  });

  it('takes more datasets later and keeps its answers [R6.2.25]', () => {
    const more = { ...basket, datasets: [...basket.datasets, { datasetId: 'e', tables: [] }] };
    given(begun, answered, chosen)
      .when(chooseBasket, more, { actor: claire, offered: [...offered, { datasetId: 'e', tables: {} }] })
      .leadsTo((state) => expect(state).toMatchObject({ answers: filledForm, basket: more }));
  });

  it('selects its population by a column of the basket only', () => {
    const by = (column: string) => ({
      ...basket,
      population: { datasetId: 'd', table: 't', column, operator: 'in' as const, values: [1] },
    });
    given(begun)
      .when(chooseBasket, by('a'), { actor: claire, offered })
      .then({ type: 'basket-chosen', basket: by('a') });
    given(begun)
      .when(chooseBasket, by('c'), { actor: claire, offered })
      .refused('population-outside-basket', { place: 'd/t/c' });
  });

  it('is submitted whole, by its lead', () => {
    given(begun, answered, chosen)
      .when(submit, {}, { actor: claire, ...facts })
      .then({ type: 'submitted', submittedAt: '2026-03-02T09:00:00.000Z' });
    given(begun, answered)
      .when(submit, {}, { actor: claire, ...facts })
      .refused('incomplete');
    given(begun, answered, chosen, invited, joined)
      .when(submit, {}, { actor: david, ...facts })
      .refused('forbidden', { by: ['lead'] });
  });

  it('is not submitted by others under a procedure for public bodies, and the field is named', () => {
    const accelerated: ApplicationEvent = { type: 'drafted', procedure: 'EU_ACCELERATED', procedureVersion: 1, lead };
    const form = forms.newest('EU_ACCELERATED');
    const as = (publicBody: boolean): ApplicationEvent => ({
      ...{ type: 'answers-saved', answers: filling(form, { 'applicant.publicBody': publicBody }) },
    });
    const refused = given(accelerated, as(false), chosen).when(submit, {}, { actor: claire, ...facts }).outcome;
    expect(refused).toMatchObject({
      ...{ refused: 'incomplete', detail: { errors: [{ field: 'applicant.publicBody', code: 'public-bodies-only' }] } },
    });
    given(accelerated, as(true), chosen)
      .when(submit, {}, { actor: claire, ...facts })
      .then(sentNow);
  });

  it('grows by invitation, until the invitation ends', () => {
    given(begun)
      .when(invite, { personId: 'david', role: 'member' }, { actor: claire })
      .then({ ...invited, invitationId: 'id-1' } as ApplicationEvent);
    given(begun, invited)
      .when(invite, { personId: 'david', role: 'member' }, { actor: claire })
      .refused('already-in-team');
    given(begun, invited).when(join, {}, { actor: david }).then(joined);
    given(begun, invited)
      .when(join, {}, { actor: david, now: new Date('2026-03-16T09:00:00Z') })
      .refused('invitation-expired');
    given(begun, invited)
      .when(join, {}, { actor: acting('eve') })
      .refused('not-found');
  });

  it('is left by a member, never by the lead', () => {
    given(begun, invited, joined)
      .when(leave, { personId: 'david' }, { actor: david })
      .then({ type: 'member-left', personId: 'david' });
    given(begun, invited, joined).when(leave, { personId: 'claire' }, { actor: david }).refused('lead-stays');
  });

  it('opens only the marked fields while information is awaited, and goes back to the phase that asked', () => {
    const awaiting = [begun, answered, chosen, sent, asked];
    given(...awaiting)
      .when(saveAnswers, { answers: { 'purpose.plan': 'x' } }, { actor: claire, forms })
      .refused('field-not-marked');
    given(...awaiting)
      .when(chooseBasket, basket, { actor: claire, offered })
      .refused('field-not-marked');
    given(...awaiting)
      .when(provideInformation, {}, { actor: claire, ...facts })
      .refused('answers-missing', { fields: ['purpose.aim'] });
    const touched: ApplicationEvent = { type: 'answers-saved', answers: { 'purpose.aim': 'better' } };
    given(...awaiting, touched)
      .when(provideInformation, {}, { actor: claire, ...facts })
      .leadsTo((state) => expect(state.status).toBe('PROCESSING'));
  });

  it('is withdrawn while open, and follows the review no more', () => {
    given(begun, answered, chosen, sent)
      .when(withdraw, {}, { actor: claire })
      .then({ type: 'withdrawn', from: 'SUBMITTED' });
    given(begun).when(withdraw, {}, { actor: claire }).refused('not-allowed-now');
    given(begun, answered, chosen, sent, { type: 'withdrawn', from: 'SUBMITTED' })
      .when(followStatus, { status: 'PROCESSING', cause: 'x' }, { actor: system('review') })
      .then();
  });

  it('comes back from a rejection when the answer had been given in time', () => {
    const rejected: ApplicationEvent = { type: 'status-followed', status: 'REJECTED_INCOMPLETE', cause: 'x' };
    given(begun, answered, chosen, sent, rejected)
      .when(followStatus, { status: 'PRE_SCREENING', cause: 'x' }, { actor: system('review') })
      .then({ type: 'status-followed', status: 'PRE_SCREENING', cause: 'x' });
    given(begun, answered, chosen, sent, rejected)
      .when(followStatus, { status: 'DECISION_ISSUED', cause: 'x' }, { actor: system('review') })
      .then();
  });

  it('is discarded as a draft only, and then there is nothing', () => {
    given(begun).when(discard, {}, { actor: claire }).then({ type: 'deleted' });
    given(begun, { type: 'deleted' })
      .when(submit, {}, { actor: claire, ...facts })
      .refused('not-found');
  });

  it('does not exist for the same person in the name of another organisation', () => {
    given(begun)
      .when(discard, {}, { actor: { ...claire, organisation: 'other' } as Actor })
      .refused('not-found');
    expect(hasRole(claire, 'applicant')).toBe(true);
  });
});
