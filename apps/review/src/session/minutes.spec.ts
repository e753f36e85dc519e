import { pdfOf } from '@hub/pdf';
import { textOfPdf } from '@hub/testkit';
import {
  anne,
  auditor,
  beforeTheAuthority,
  beforeTheCommittee,
  cleared,
  declares,
  irene,
  officer,
  president,
  reported,
  stateAfter,
  sylvie,
} from '../case/case.fixture.js';
import { caseForAgenda, minutesFacts, readsItsMinutes } from './cases-of-session.js';
import { minutesDocument } from './minutes-document.js';
import { placeAfter, placeIn } from './page-place.js';
import { added, drafted, given, itemOpened, minutes, opened, plan, planned, underReview } from './session.fixture.js';
import { viewOf } from './session.view.js';

const present = ['president', 'anne', 'mehdi', 'sylvie'];

describe('what a session knows of its cases', () => {
  it('is whether every report is filed', () => {
    expect(caseForAgenda(stateAfter(...reported), president)).toEqual(underReview);
    expect(caseForAgenda(stateAfter(...beforeTheCommittee, ...cleared), president)?.reported).toBe(false);
  });
  it('is nothing for whom has an interest, and minutes are read after the declaration only', () => {
    const recusing = stateAfter(...reported, declares(sylvie, true));
    for (const who of [sylvie, irene]) {
      expect(caseForAgenda(recusing, who)).toBeUndefined();
      expect(readsItsMinutes(recusing, who)).toBe(false);
    }
    expect(readsItsMinutes(stateAfter(...beforeTheCommittee), anne)).toBe(false);
    for (const who of [anne, officer, auditor]) expect(readsItsMinutes(recusing, who)).toBe(true);
  });
  it('becomes minutes: rapporteurs, who left, tally and opinion, and no single vote', () => {
    const state = stateAfter(...beforeTheAuthority());
    const facts = minutesFacts([{ caseId: 'case-1', state }], {
      present,
      opened: { 'case-1': { present: ['president', 'anne', 'mehdi'], quorum: 3 } },
    });
    expect(facts).toMatchObject({
      open: [],
      items: [
        { rapporteurs: ['anne', 'mehdi'], left: ['sylvie'], vote: { quorum: 3 }, opinion: { opinion: 'FAVOURABLE' } },
      ],
    });
    expect(JSON.stringify(facts)).not.toContain('"anne":');
  });
});

describe('minutes as PDF', () => {
  const print = async (language: 'en' | 'fr', approved = true) =>
    (
      await textOfPdf(
        await pdfOf(minutesDocument({ plan, present, minutes, approved, zone: 'Europe/Paris' }, language)),
      )
    ).replaceAll(/\s+/g, ' ');

  it('say when, who, and of each item rapporteurs, who left, votes, opinion, grounds and recommendations', async () => {
    const text = await print('fr');
    for (const part of ['24 mars 2026', '14:00', 'Salle Laennec', 'president, anne, mehdi, sylvie', 'anne, mehdi']) {
      expect(text).toContain(part);
    }
    for (const part of ['Ont quitté la séance pour ce point', 'sylvie', 'Favorable avec recommandations', 'Réservé']) {
      expect(text).toContain(part);
    }
    for (const part of ['Cohorte bien décrite.', 'Réduire la profondeur historique.', 'n’a pas été mis aux voix']) {
      expect(text).toContain(part);
    }
  });
  it('in English as well, and tell a draft from what the president approved', async () => {
    expect(await print('en')).toMatch(/Minutes of the ethics.*Approved by the president.*24 March 2026/);
    expect(await print('en', false)).toContain('Draft, not yet approved');
  });
});

it('a session shows a recused member neither the item nor its minutes', () => {
  const { state } = given(planned, added('case-1'), added('case-2'), opened, itemOpened, drafted);
  if (state.status === 'ABSENT') throw new Error('planned');
  const beside = { id: 's', version: 6, allowed: [] };
  const seen = viewOf(state, anne, { ...beside, cases: { 'case-2': underReview }, readable: ['case-2'] });
  expect(JSON.stringify(seen)).not.toMatch(/case-1|app-1|Cohorte/);
  expect(seen).toMatchObject({ agenda: [{ caseId: 'case-2' }], minutes: { items: [{ caseId: 'case-2' }] } });
});

it('a page ends at a place that the next one begins after; other text is no place', () => {
  const place = { startsAt: new Date(plan.startsAt), id: 'session-1' };
  expect(placeIn(placeAfter(place))).toEqual(place);
  expect(placeIn('not-a-place')).toBeUndefined();
});
