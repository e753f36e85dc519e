import { system, tell } from '@hub/decider';
import { beforeTheAuthority, claire, irene, officer, opened, person, stateAfter } from '../case/case.fixture.js';
import { missPublication, remindPublication } from './await-publication.js';
import { commands } from './commands.js';
import { type EntryEvent, entry } from './entry.js';
import { kindOf } from './kind.js';
import { publishEntry } from './publish-entry.js';

const { given } = tell(entry, commands);
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
type Published = Extract<EntryEvent, { type: 'published' }>;
const published = (texts: Published['texts'], changed: Published['changed']): EntryEvent => ({
  type: 'published',
  at,
  caseId: 'case-1',
  texts,
  changed,
});

describe('a decision that waits to be published', () => {
  const dueAt = '2026-04-14T21:59:59.999Z';
  const remindAt = '2026-04-09T21:59:59.999Z';
  const near: EntryEvent = { type: 'publication-near', caseId: 'case-1', dueAt, remindAt };
  const waits = (now: string) => ({ actor: system('review'), caseId: 'case-1', dueAt, now: new Date(now) });
  const texts = published({ title, summary }, ['title', 'summary']);

  it('is recalled before its end, not earlier and not afterwards', () => {
    given(texts).when(remindPublication, { remindAt }, waits(remindAt)).then(near);
    given().when(remindPublication, { remindAt }, waits('2026-04-09T21:59:59.998Z')).refused('publication-not-due');
    given().when(remindPublication, { remindAt }, waits('2026-04-14T22:00:00.000Z')).refused('publication-not-due');
  });

  it('shows as overdue once its time has ended, whether or not its reception was published', () => {
    const missed: EntryEvent = { type: 'publication-missed', caseId: 'case-1', dueAt };
    for (const before of [[], [texts], [texts, near]])
      given(...before)
        .when(missPublication, {}, waits('2026-04-14T22:00:00.000Z'))
        .then(missed);
    given(texts).when(missPublication, {}, waits(dueAt)).refused('publication-not-due');
  });

  it('waits no more when it is published', () => {
    const done = published({ title, summary, decision }, ['decision']);
    given(texts, done).when(remindPublication, { remindAt }, waits(remindAt)).refused('publication-not-due');
    given(texts, done).when(missPublication, {}, waits('2026-04-15T00:00:00.000Z')).refused('publication-not-due');
  });
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
