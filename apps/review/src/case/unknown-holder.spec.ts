import { given, officer, person, stateAfter, storyUnder } from './case.fixture.js';
import { viewOf } from './case.view.js';
import { forgoAssessment } from './forgo-assessment.js';
import { recordCompleteness } from './record-completeness.js';
import { redirect } from './redirect.js';

const holder = person('camille', 'cnam', 'data_holder');
const reason = 'The catalogue names nobody.';
const opened = storyUnder('EU_TRUSTED_HOLDER');
const seenByOfficer = (story: typeof opened) =>
  viewOf(stateAfter(...story.events), officer, { id: 'c', version: 1, now: new Date(0), allowed: [] });

describe('a case for a trusted holder whom the catalogue does not name', () => {
  it('is opened, and says so to the officer', () => {
    expect(seenByOfficer(opened)).toMatchObject({ status: 'PRE_SCREENING', holderUnknown: true });
    expect(seenByOfficer(storyUnder('EU_TRUSTED_HOLDER', ['cnam']))).not.toHaveProperty('holderUnknown');
    expect(seenByOfficer(storyUnder('EU_ACCESS'))).not.toHaveProperty('holderUnknown');
  });
  it('is redirected, or goes on without an assessment that nobody could make', () => {
    opened.then(redirect, { procedure: 'EU_ACCESS', reasons: reason }, officer).is({ status: 'REDIRECTED' });
    const complete = opened.then(recordCompleteness, { urgent: false }, officer).is({ status: 'HOLDER_ASSESSMENT' });
    complete.then(forgoAssessment, { reason }, officer).is({ status: 'AUTHORITY_REVIEW' });
  });
  it('goes to the holder where the catalogue names one by the time that the file is complete', () => {
    const found = given(...opened.events).when(
      recordCompleteness,
      { urgent: false },
      { actor: officer, holderIds: ['cnam'] },
    );
    found.leadsTo((state) => expect(state).toMatchObject({ file: { holderIds: ['cnam'] } }));
    const assessing = [...opened.events, ...(found.outcome as typeof opened.events)];
    given(...assessing)
      .when(forgoAssessment, { reason }, { actor: officer })
      .refused('holders-still-assess');
    expect(
      viewOf(stateAfter(...assessing), holder, { id: 'c', version: 1, now: new Date(0), allowed: [] }).you,
    ).toEqual(['holder']);
  });
});
