import { allowed } from '@hub/decider';
import { pdfOf } from '@hub/pdf';
import { committeeOf } from '@hub/procedures';
import { textOfPdf } from '@hub/testkit';
import { proceduresFrom } from '../procedures.config.js';
import type { CaseEvent } from './case.events.js';
import {
  anne,
  at,
  auditor,
  authority,
  beforeTheAuthority,
  beforeTheCommittee,
  claire,
  cleared,
  declares,
  ends,
  eve,
  given,
  grounds,
  justAfter,
  mehdi,
  named,
  president,
  reported,
  stateAfter,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import { reviewCase } from './case.js';
import { published } from './case.published.js';
import { viewOf } from './case.view.js';
import { commands } from './commands.js';
import { callHearing, holdHearing } from './hearing.js';
import { nameRapporteurs } from './name-rapporteurs.js';
import { openVote, reopenVote } from './open-vote.js';
import { opinionDocument } from './opinion-document.js';
import { slotsFor } from './rapporteur-slots.js';

const all = ['president', 'anne', 'mehdi', 'sylvie'];
const offered = (events: readonly CaseEvent[], actor: typeof anne) =>
  allowed(reviewCase, commands, stateAfter(...events), actor);

describe('files of a rapporteur in a civil month', () => {
  const taken = (rapporteurId: string, ...slots: number[]) =>
    slots.map((slot) => ({ rapporteurId, month: '2026-03', slot }));
  const naming = (facts: object, now = new Date(at)) =>
    given(...beforeTheCommittee, ...cleared).when(
      nameRapporteurs,
      { rapporteurs: ['anne', 'mehdi'] },
      { actor: president, now, ...facts },
    );

  it('are four at most: the fourth is given, the fifth refused, and who is full is named', () => {
    naming({ taken: taken('anne', 1, 2, 3) }).leadsTo(() => {});
    naming({ taken: taken('anne', 1, 2, 3, 4) }).refused('rapporteurs-full', {
      persons: ['anne'],
      most: 4,
      month: '2026-03',
    });
  });
  it('take the first free slot, in the month of Paris', () => {
    naming({ taken: [...taken('anne', 1, 3), ...taken('mehdi', 2)] }).then({
      type: 'rapporteurs-named',
      rapporteurs: ['anne', 'mehdi'],
      slots: [...taken('anne', 2), ...taken('mehdi', 1)],
    });
    const midnight = naming({ taken: taken('anne', 1, 2, 3, 4) }, new Date('2026-03-31T22:00:00.000Z'));
    expect(midnight.outcome).toMatchObject([{ slots: [{ month: '2026-04', slot: 1 }, { month: '2026-04' }] }]);
  });
  it('are as many as the hub says in the procedure’s place; without a limit none is counted', () => {
    const most = (text: string) =>
      committeeOf(proceduresFrom({ FILES_PER_RAPPORTEUR_AND_MONTH: text }).of({ id: 'FR_AUTHORISATION', version: 1 }))
        .filesPerRapporteurAndMonth;
    expect([most('6'), most('0')]).toEqual([6, Number.POSITIVE_INFINITY]);
    for (const wrong of ['', '-1', '1.5', 'many']) expect(() => most(wrong)).toThrow('a whole number');
    expect(slotsFor(['anne'], { taken: taken('anne', 1, 2, 3, 4) }, '2026-03', most('0'))).toEqual({
      slots: [],
      full: [],
    });
  });
  it('count a case once, however often its rapporteurs are named', () => {
    naming({ taken: taken('anne', 1, 2, 3, 4), given: ['anne', 'mehdi'] }).then({
      type: 'rapporteurs-named',
      rapporteurs: ['anne', 'mehdi'],
      slots: [],
    });
  });
});

describe('a vote in a session', () => {
  const opened = { ...voteOpened, sessionId: 's-1' } as CaseEvent;

  it('is of those present who have no interest; the others leave for the item', () => {
    const state = [...reported, declares(sylvie, true)];
    given(...state)
      .when(openVote, { present: [...all, 'undeclared'], sessionId: 's-1' }, { actor: president })
      .then({ type: 'vote-opened', at, present: ['president', 'anne', 'mehdi'], quorum: 3, sessionId: 's-1' });
    given(...state)
      .when(openVote, { present: ['anne', 'sylvie'], sessionId: 's-1' }, { actor: president })
      .refused('quorum-not-reached', { quorum: 3, present: 2 });
  });
  it('is opened again when a late interest leaves too few, and everybody votes anew', () => {
    const few = [...reported, opened, ...votes({ anne: 'FAVOURABLE', mehdi: 'RESERVED' })];
    given(...few)
      .when(reopenVote, { present: all }, { actor: president })
      .refused('quorum-still-reached');
    const lost = [...few, declares(sylvie, true), declares({ ...anne, id: 'zoe' } as typeof anne)];
    given(...lost)
      .when(reopenVote, { present: all }, { actor: president })
      .refused('quorum-still-reached');
    const fallen = [...lost, declares(mehdi, true), { type: 'rapporteurs-named', rapporteurs: ['anne'] } as CaseEvent];
    expect(offered(fallen, president)).toContain('reopen-vote');
    expect(offered(few, president)).not.toContain('reopen-vote');
    given(...fallen)
      .when(reopenVote, { present: ['anne', 'zoe'] }, { actor: president })
      .leadsTo((state) =>
        expect(state).toMatchObject({
          item: {
            vote: { status: 'OPEN', present: ['president', 'anne', 'zoe'], quorum: 2, votes: {}, sessionId: 's-1' },
          },
        }),
      );
  });
  it('offers to vote only while the vote is open, to those present who have not voted', () => {
    expect(offered(reported, anne)).not.toContain('cast-vote');
    const open = [...reported, voteOpened, ...votes({ mehdi: 'FAVOURABLE' })];
    expect(offered(open, anne)).toContain('cast-vote');
    expect(offered(open, mehdi)).not.toContain('cast-vote');
    const without = { ...voteOpened, present: ['president', 'anne', 'mehdi'] } as CaseEvent;
    expect(offered([...reported, without], sylvie)).not.toContain('cast-vote');
  });
});

describe('a hearing', () => {
  const call = { heldOn: '2026-03-10T10:00:00+01:00', questions: ['Pourquoi tous les départements ?'] };
  const called: CaseEvent = {
    type: 'hearing-called',
    at,
    hearingId: 'id-1',
    heldOn: '2026-03-10T09:00:00.000Z',
    questions: call.questions,
  };
  const held: CaseEvent = { type: 'hearing-held', at, hearingId: 'id-1', summary: 'Réponses claires.' };
  const before = [...beforeTheCommittee, ...cleared, named];

  it('is called by the president, ahead, one at a time and before the vote', () => {
    given(...before)
      .when(callHearing, call, { actor: president })
      .then(called);
    given(...before)
      .when(callHearing, call, { actor: anne })
      .refused('forbidden');
    given(...before)
      .when(callHearing, { ...call, heldOn: '2026-03-01T09:00:00Z' }, { actor: president })
      .refused('hearing-in-the-past');
    given(...before, called)
      .when(callHearing, call, { actor: president })
      .refused('hearing-pending');
    given(...reported, voteOpened)
      .when(callHearing, call, { actor: president })
      .refused('vote-open');
    given(...before)
      .when(callHearing, call, { actor: president, now: justAfter(ends.opinion) })
      .refused('time-is-up');
  });
  it('comes before the vote, and the item goes back to review with its summary', () => {
    given(...reported, called)
      .when(openVote, { present: all }, { actor: president })
      .refused('hearing-pending');
    given(...reported, called)
      .when(holdHearing, { summary: 'Réponses claires.' }, { actor: president })
      .then(held);
    given(...reported)
      .when(holdHearing, { summary: '…' }, { actor: president })
      .refused('no-hearing-called');
    given(...reported, called, held)
      .when(openVote, { present: all }, { actor: president })
      .then(voteOpened);
  });
  it('shows the team date and questions, the committee also the summary; others hear no text', () => {
    const state = stateAfter(...before, called, held);
    const seen = (actor: typeof anne) =>
      viewOf(state, actor, { id: 'c', version: 1, now: new Date(0), allowed: [] }) as Record<string, any>;
    expect(seen(claire).hearings).toMatchObject([{ heldOn: '2026-03-10T09:00:00.000Z', questions: call.questions }]);
    expect(JSON.stringify(seen(claire))).not.toContain('Réponses');
    expect(JSON.stringify(seen(anne))).toContain('Réponses');
    expect(seen(anne).committee.stage).toBe('IN_REVIEW');
    const pending = viewOf(stateAfter(...before, called), anne, { id: 'c', version: 1, now: new Date(0), allowed: [] });
    expect(pending).toMatchObject({ committee: { stage: 'HEARING' } });
    expect(JSON.stringify([called, held].map((event) => published(event, state, 'c')))).not.toMatch(
      /Pourquoi|Réponses/,
    );
  });
});

describe('the opinion as a document', () => {
  const issued: CaseEvent = { type: 'opinion-issued', at, opinion: 'RESERVED', tally: { RESERVED: 3 }, grounds };
  const state = stateAfter(...reported, voteOpened, ...votes({ anne: 'RESERVED' }), issued);

  it('gives opinion, grounds and votes in either language, to the committee also the rapporteurs [R7.3.5]', async () => {
    const document = opinionDocument(state, claire, 'fr');
    const text = document && (await textOfPdf(await pdfOf(document)));
    for (const part of ['Avis du comité', 'Réservé', 'app-1', '2026-03-02', 'Méthodologie'])
      expect(text).toContain(part);
    expect(JSON.stringify(document)).not.toMatch(/anne|mehdi/);
    expect(JSON.stringify(opinionDocument(state, sylvie, 'en'))).toMatch(/Reserved.*/);
    for (const who of [sylvie, auditor])
      expect(JSON.stringify(opinionDocument(state, who, 'en'))).toContain('anne, mehdi');
  });
  it('is for nobody without a part in the case, and not there before the opinion', () => {
    for (const who of [eve, authority]) expect(opinionDocument(state, who, 'fr')).toBeUndefined();
    expect(opinionDocument(stateAfter(...beforeTheAuthority()), authority, 'fr')).toBeDefined();
    expect(opinionDocument(stateAfter(...reported), claire, 'fr')).toBeUndefined();
    const recused = stateAfter(...reported, declares(sylvie, true), voteOpened, issued);
    expect(opinionDocument(recused, sylvie, 'fr')).toBeUndefined();
  });
});
