import { fold } from '@hub/decider';
import type { CaseEvent } from '../case/case.events.js';
import { procedures } from '../case/case.fixture.js';
import { type Case, reviewCase } from '../case/case.js';
import { delayRows } from './delay.rows.js';
import { type History, historyFrom, randomFrom } from './histories.fixture.js';
import { day, daysPerParty, spansOf, type Turn, tenths, turnsIn } from './turns.js';

const now = new Date('2027-12-31T00:00:00.000Z');
const procedure = procedures.of({ id: 'FR_AUTHORISATION', version: 1 });
const initial: Case = { status: 'ABSENT' };
const allTurns = ({ events }: History) => turnsIn({ before: initial, procedure, first: 1, events, at: now });

/** The same history appended in pieces of one to three events, as commands and reactions do. */
function turnsOfPieces({ events }: History, random: () => number) {
  const turns: Turn[] = [];
  let before: Case = initial;
  for (let next = 0; next < events.length; ) {
    const piece = events.slice(next, next + 1 + Math.floor(random() * 3));
    turns.push(...turnsIn({ before, procedure, first: next + 1, events: piece, at: now }));
    before = fold<Case, CaseEvent>(reviewCase as never, piece, { state: before, version: next } as never).state;
    next += piece.length;
  }
  return turns;
}

const histories = Array.from({ length: 60 }, (_, index) => historyFrom(index + 1));

describe('time per party', () => {
  it('is what a ledger kept beside sixty generated histories says, to the millisecond', () => {
    for (const history of histories) {
      const spans = spansOf(allTurns(history)).filter(({ until }) => until !== undefined);
      const sums = new Map<string, number>();
      for (const { party, from, until } of spans) {
        sums.set(party, (sums.get(party) ?? 0) + Date.parse(until as string) - Date.parse(from));
      }
      const charged = new Map<string, number>(history.ledger);
      // What still runs has no end yet; the ledger has charged it up to the last wait.
      if (history.closedAt === undefined) {
        const open = spansOf(allTurns(history)).at(-1);
        const lasted = lastMoment(history) - Date.parse(open?.from ?? '');
        charged.set('applicant', (charged.get('applicant') ?? 0) - lasted);
        if (charged.get('applicant') === 0) charged.delete('applicant');
      }
      expect(sums).toEqual(charged);
    }
  });

  it('adds up to the gross time from reception to the end', () => {
    const closed = histories.filter(({ closedAt }) => closedAt !== undefined);
    expect(closed.length).toBeGreaterThan(30);
    for (const history of closed) {
      const days = daysPerParty(spansOf(allTurns(history)), now).reduce((sum, party) => sum + party.days, 0);
      expect(Math.abs(days - ((history.closedAt as number) - history.receivedAt) / day)).toBeLessThan(0.5);
    }
  });

  it('is the same however the events were appended', () => {
    const random = randomFrom(7);
    for (const history of histories) expect(turnsOfPieces(history, random)).toEqual(turnsOfPieces(history, () => 0));
    expect(turnsOfPieces(histories[0] as History, () => 0)).toEqual(allTurns(histories[0] as History));
  });

  it('counts a turn that is open up to now', () => {
    const spans = spansOf([{ at: '2026-03-02T00:00:00.000Z', party: 'hub' }]);
    expect(daysPerParty(spans, new Date('2026-03-04T12:00:00.000Z'))).toEqual([{ party: 'hub', days: 2.5 }]);
  });

  it('lets no span end before it began, though two services’ clocks differ', () => {
    const spans = spansOf([
      { at: '2026-03-02T10:00:00.000Z', party: 'applicant' },
      { at: '2026-03-02T09:59:00.000Z', party: 'hub' },
      { at: '2026-03-03T10:00:00.000Z', party: null },
    ]);
    expect(spans).toEqual([
      { party: 'applicant', from: '2026-03-02T10:00:00.000Z', until: '2026-03-02T10:00:00.000Z' },
      { party: 'hub', from: '2026-03-02T10:00:00.000Z', until: '2026-03-03T10:00:00.000Z' },
    ]);
    expect(tenths(1.26)).toBe(1.3);
  });

  it('writes rows only when the turn changes hands', () => {
    const { events } = histories.find(({ outcome }) => outcome === 'AUTHORISED') as History;
    const state = fold<Case, CaseEvent>(reviewCase as never, events.slice(0, 1)).state;
    const assigned: CaseEvent = { type: 'officer-assigned', officerId: 'officer' };
    const after = reviewCase.evolve(state, assigned);
    const change = { id: 'case-1', at: now, before: state, state: after, version: 2, events: [assigned] };
    expect(delayRows(change)).toEqual([]);
    const opening = { ...change, before: initial, state, version: 1, events: events.slice(0, 1) };
    expect(delayRows(opening)).toHaveLength(2);
  });
});

/** When the generator stopped looking at an open case: everything it charged, after the reception. */
const lastMoment = ({ ledger, receivedAt }: History): number =>
  [...ledger.values()].reduce((sum, ms) => sum + ms, receivedAt);
