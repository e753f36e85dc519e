import { tell } from '@hub/decider';
import { beforeTheAuthority, claire, irene, officer, opened, person, stateAfter } from '../case/case.fixture.js';
import { type EntryEvent, entry } from './entry.js';
import { kindOf } from './kind.js';
import { publishEntry } from './publish-entry.js';

const { given } = tell(entry, [publishEntry]);
const at = '2026-03-02T09:00:00.000Z';
const both = (text: string) => ({ fr: `${text} (fr)`, en: text });
const title = both('Bleeding under drugs');
const summary = both('How often a side effect occurs.');
const decision = both('Refused: the data are not needed.');

const refusedCase = stateAfter(...beforeTheAuthority(), {
  type: 'decided',
  at,
  decision: 'REFUSED',
  tacit: false,
  reasons: 'INTERNAL',
  conditions: [],
});
const received = {
  actor: officer,
  caseId: 'case-1',
  state: stateAfter(opened),
  kind: 'APPLICATION' as const,
  summaryConfidential: false,
};
const refused = { ...received, state: refusedCase, kind: 'REFUSAL' as const };
const published = (texts: EntryEvent['texts'], changed: EntryEvent['changed']): EntryEvent => ({
  type: 'published',
  at,
  caseId: 'case-1',
  texts,
  changed,
});

describe('an entry of the public register', () => {
  it('gets its texts from an officer, at the reception and again with the decision', () => {
    given()
      .when(publishEntry, { title, summary }, received)
      .then(published({ title, summary }, ['title', 'summary']));
    given(published({ title, summary }, ['title', 'summary']))
      .when(publishEntry, { title, summary, decision }, refused)
      .then(published({ title, summary, decision }, ['decision']));
  });

  it('is not published as decided without the decision in plain words, nor with one before it is decided', () => {
    given().when(publishEntry, { title, summary }, refused).refused('decision-words-missing');
    given().when(publishEntry, { title, summary, decision }, received).refused('not-decided-yet');
  });

  it('shows a summary or why there is none, never a summary that the applicant keeps confidential', () => {
    const confidential = { ...received, summaryConfidential: true };
    const ground = both('Intellectual property');
    given().when(publishEntry, { title, summary }, confidential).refused('summary-is-confidential');
    given()
      .when(publishEntry, { title, confidentialityGround: ground }, confidential)
      .then(published({ title, confidentialityGround: ground }, ['title', 'confidentialityGround']));
    given().when(publishEntry, { title }, received).refused('summary-or-ground');
    given()
      .when(publishEntry, { title, summary, confidentialityGround: ground }, received)
      .refused('summary-or-ground');
  });

  it('takes 250 words in each language, and not one more', () => {
    const long = (words: number) => ({ en: 'Short.', fr: Array(words).fill('mot').join(' ') });
    given()
      .when(publishEntry, { title, summary: long(251) }, received)
      .refused('too-many-words', { field: 'summary.fr', most: 250, words: 251 });
    given()
      .when(publishEntry, { title, summary: long(250) }, received)
      .leadsTo(() => {});
  });

  it('is corrected by the same command, which says what changed, and refuses to change nothing', () => {
    const before = published({ title, summary }, ['title', 'summary']);
    const better = { ...summary, fr: 'Mieux dit.' };
    given(before)
      .when(publishEntry, { title, summary: better }, received)
      .then(published({ title, summary: better }, ['summary']));
    given(before).when(publishEntry, { title, summary }, received).refused('nothing-changed');
  });

  it('is published by officers only, and by none who belongs to the project', () => {
    given()
      .when(publishEntry, { title, summary }, { ...received, actor: claire })
      .refused('forbidden');
    given()
      .when(publishEntry, { title, summary }, { ...received, actor: irene })
      .refused('forbidden');
    const insider = person('david', 'inserm', 'hub_officer');
    given()
      .when(publishEntry, { title, summary }, { ...received, actor: insider })
      .refused('own-project');
  });

  it('stands for what the case has become', () => {
    expect(kindOf(stateAfter(opened), 'PERMIT')).toBe('APPLICATION');
    expect(kindOf(refusedCase, 'PERMIT')).toBe('REFUSAL');
    const withdrawn = stateAfter(opened, { type: 'closed-by-withdrawal', at });
    expect(kindOf(withdrawn, 'PERMIT')).toBe('CLOSED');
    const authorised = stateAfter(...beforeTheAuthority(), {
      ...{ type: 'decided', at, decision: 'AUTHORISED', tacit: false, conditions: [] },
    } as never);
    expect(kindOf(authorised, 'PERMIT')).toBe('PERMIT');
  });
});
