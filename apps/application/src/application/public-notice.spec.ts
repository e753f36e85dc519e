import { fold } from '@hub/decider';
import { filledForm } from '../../test/filled-form.js';
import type { Answers } from '../form/form.js';
import { Forms } from '../form/forms.js';
import { type ApplicationEvent, application } from './application.js';
import { publicNoticeOf } from './public-notice.js';

const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const begun: ApplicationEvent = { type: 'drafted', procedure: 'FR_AUTHORISATION', procedureVersion: 1, lead };
const basket = {
  datasets: [{ datasetId: 'snds', tables: [{ table: 'secret-table', columns: ['secret-column'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const chosen: ApplicationEvent = { type: 'basket-chosen', basket };
const sent: ApplicationEvent = { type: 'submitted', submittedAt: '2026-03-01T23:30:00.000Z' };
const answered = (answers: Answers): ApplicationEvent => ({ type: 'answers-saved', answers });
const notice = (...events: ApplicationEvent[]) => publicNoticeOf(new Forms(), 'app-1', fold(application, events).state);
const asked = (...fields: string[]): ApplicationEvent => ({
  type: 'information-awaited',
  requestId: 'r-1',
  fields,
  phase: 'PRE_SCREENING',
});

/** Every answer but those of the public section, each recognisable. */
const marked = Object.fromEntries(
  Object.keys(filledForm)
    .filter((name) => !name.startsWith('publicInformation.'))
    .map((name) => [name, `LEAK ${name}`]),
);

describe('the public notice of an application', () => {
  it('says what was received, from which organisation, on which data, in the applicant’s own public words', () => {
    expect(notice(begun, answered(filledForm), chosen, sent)).toEqual({
      id: 'app-1',
      status: 'SUBMITTED',
      procedure: 'FR_AUTHORISATION',
      organisationId: 'inserm',
      receivedOn: '2026-03-02',
      datasets: ['snds'],
      projectName: filledForm['publicInformation.projectName'],
      purposes: [expect.objectContaining({ purpose: 'e', en: expect.any(String), fr: expect.any(String) })],
      summaryConfidential: false,
      laySummary: filledForm['publicInformation.laySummary'],
      confidentialityGround: null,
    });
  });

  it('does not exist before the application is submitted, nor of one that was discarded or never begun', () => {
    expect(notice()).toBeUndefined();
    expect(notice(begun, answered(filledForm), chosen)).toBeUndefined();
    expect(notice(begun, { type: 'deleted' })).toBeUndefined();
  });

  it('shows no answer outside the public section, no person, no table and no column', () => {
    const invited: ApplicationEvent = {
      type: 'member-invited',
      invitationId: 'i',
      personId: 'david',
      role: 'member',
      expiresAt: '2026-03-16T09:00:00.000Z',
    };
    const shown = JSON.stringify(notice(begun, answered({ ...filledForm, ...marked }), invited, chosen, sent));
    for (const secret of ['LEAK', 'claire', 'david', 'secret-table', 'secret-column'])
      expect(shown).not.toContain(secret);
  });

  it('shows why a summary is confidential, never the summary', () => {
    const confidential = {
      ...filledForm,
      'publicInformation.summaryConfidential': true,
      'publicInformation.confidentialityGround': 'Intellectual property',
    };
    expect(notice(begun, answered(confidential), chosen, sent)).toMatchObject({
      summaryConfidential: true,
      laySummary: null,
      confidentialityGround: 'Intellectual property',
    });
  });

  it('fails closed where it was never said that the summary is public', () => {
    const { 'publicInformation.summaryConfidential': _unsaid, ...silent } = filledForm;
    expect(notice(begun, answered(silent), chosen, sent)).toMatchObject({ laySummary: null });
  });

  it('shows no text that is being changed for a request, until it is sent again', () => {
    const rewrite = answered({ 'publicInformation.laySummary': 'Half-written.' });
    const open = [begun, answered(filledForm), chosen, sent, asked('publicInformation.laySummary'), rewrite];
    expect(notice(...open)).toMatchObject({
      laySummary: null,
      projectName: filledForm['publicInformation.projectName'],
    });
    const provided: ApplicationEvent = {
      type: 'information-provided',
      requestId: 'r-1',
      fields: ['publicInformation.laySummary'],
    };
    expect(notice(...open, provided)).toMatchObject({ laySummary: 'Half-written.' });
  });
});
