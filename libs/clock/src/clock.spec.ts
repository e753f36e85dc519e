import {
  type Clock,
  type ClockChange,
  dueOf,
  elapsed,
  extend,
  frenchProcedureLimits,
  isOverdue,
  type Limit,
  pause,
  pausedFor,
  remaining,
  remainingWorkingDays,
  resume,
  startClock,
} from './index.js';

const TEN_DAYS: Limit = {
  length: { days: 10 },
  calendar: 'FR',
  zone: 'Europe/Paris',
  rollForward: false,
};
const HOUR = 3_600_000;
const at = (text: string) => new Date(text);

/** Follows changes that must all be accepted. */
function after(clock: Clock, ...changes: ((clock: Clock) => ClockChange)[]): Clock {
  return changes.reduce((current, change) => {
    const result = change(current);
    if (!result.ok) throw new Error(result.why);
    return result.clock;
  }, clock);
}
const paused = (text: string) => (clock: Clock) => pause(clock, at(text));
const resumed = (text: string) => (clock: Clock) => resume(clock, at(text));
const extended = (text: string) => (clock: Clock) => extend(clock, at(text));

describe('a clock that is paused', () => {
  const started = startClock(at('2026-03-02T09:00:00Z'), TEN_DAYS);

  test('has no due instant while it stands, and then gets its paused days back', () => {
    const standing = after(started, paused('2026-03-04T10:00:00Z'));
    expect(dueOf(started)?.toISOString()).toBe('2026-03-12T22:59:59.999Z');
    expect(dueOf(standing)).toBeNull();
    const running = after(standing, resumed('2026-03-06T15:00:00Z'));
    expect(dueOf(running)?.toISOString()).toBe('2026-03-14T22:59:59.999Z');
  });

  test('gains nothing from a pause within one day', () => {
    const running = after(started, paused('2026-03-04T08:00:00Z'), resumed('2026-03-04T17:00:00Z'));
    expect(dueOf(running)).toEqual(dueOf(started));
  });

  test('counts elapsed and remaining time without the pause', () => {
    const standing = after(started, paused('2026-03-02T12:00:00Z'));
    const later = at('2026-05-01T09:00:00Z');
    expect(elapsed(standing, later)).toBe(3 * HOUR);
    expect(isOverdue(standing, later)).toBe(false);
    expect(remaining(standing, later)).toBe(remaining(started, at('2026-03-02T12:00:00Z')));
    const running = after(standing, resumed('2026-03-03T12:00:00Z'));
    expect(elapsed(running, at('2026-03-03T14:00:00Z'))).toBe(5 * HOUR);
    expect(pausedFor(running, at('2026-03-03T14:00:00Z'))).toBe(24 * HOUR);
  });

  test('in working days skips the paused ones and counts the others', () => {
    const sevenDays = startClock(at('2026-03-02T09:00:00Z'), frenchProcedureLimits.hubForwardsCompleteFile.limit);
    // 3, 4 counted; 5 to 9 paused; 10, 11, 12, 13, 16 counted.
    const running = after(sevenDays, paused('2026-03-04T10:00:00Z'), resumed('2026-03-09T10:00:00Z'));
    expect(dueOf(running)?.toISOString()).toBe('2026-03-16T22:59:59.999Z');
    expect(remainingWorkingDays(running, at('2026-03-13T10:00:00Z'))).toBe(1);
  });

  test('on the weekend its limit rolls over keeps the working day that was left', () => {
    const rolling = startClock(at('2026-03-04T09:00:00Z'), { ...TEN_DAYS, rollForward: true });
    expect(dueOf(rolling)?.toISOString()).toBe('2026-03-16T22:59:59.999Z');
    const running = after(rolling, paused('2026-03-15T10:00:00Z'), resumed('2026-03-18T10:00:00Z'));
    expect(dueOf(running)?.toISOString()).toBe('2026-03-19T22:59:59.999Z');
  });

  test('on the very last day still gets its paused days back', () => {
    const running = after(started, paused('2026-03-12T10:00:00Z'), resumed('2026-03-14T10:00:00Z'));
    expect(dueOf(running)?.toISOString()).toBe('2026-03-14T22:59:59.999Z');
  });

  test('refuses what makes no sense', () => {
    const standing = after(started, paused('2026-03-04T10:00:00Z'));
    expect(pause(standing, at('2026-03-05T10:00:00Z'))).toEqual({
      ok: false,
      why: 'already-paused',
    });
    expect(resume(started, at('2026-03-05T10:00:00Z'))).toEqual({ ok: false, why: 'not-paused' });
    expect(resume(standing, at('2026-03-03T10:00:00Z'))).toEqual({
      ok: false,
      why: 'before-last-change',
    });
    expect(pause(started, at('2026-03-12T23:00:00Z'))).toEqual({ ok: false, why: 'overdue' });
  });
});

describe('the committee’s month', () => {
  const { limit } = frenchProcedureLimits.committeeOpinion;
  const started = startClock(at('2026-01-30T09:00:00Z'), limit);

  test('is extended once by the president, counted from the start, and no more', () => {
    // 28 February 2026 is a Saturday; with the extension two months from 30 January: 30 March.
    expect(dueOf(started)?.toISOString()).toBe('2026-03-02T22:59:59.999Z');
    const longer = after(started, extended('2026-02-20T09:00:00Z'));
    expect(dueOf(longer)?.toISOString()).toBe('2026-03-30T21:59:59.999Z');
    expect(extend(longer, at('2026-03-01T09:00:00Z'))).toEqual({
      ok: false,
      why: 'extensions-exhausted',
    });
  });

  test('cannot be extended when silence has already given its opinion', () => {
    const lastInstant = dueOf(started) as Date;
    expect(isOverdue(started, lastInstant)).toBe(false);
    const next = new Date(lastInstant.getTime() + 1);
    expect(isOverdue(started, next)).toBe(true);
    expect(extend(started, next)).toEqual({ ok: false, why: 'overdue' });
  });

  test('has no extension when urgent', () => {
    const urgent = startClock(at('2026-01-30T09:00:00Z'), frenchProcedureLimits.committeeOpinionUrgent.limit);
    expect(extend(urgent, at('2026-02-02T09:00:00Z'))).toEqual({
      ok: false,
      why: 'not-extendable',
    });
  });

  test('survives being stored: a clock is plain data', () => {
    const longer = after(
      started,
      paused('2026-02-03T09:00:00Z'),
      resumed('2026-02-05T09:00:00Z'),
      extended('2026-02-20T09:00:00Z'),
    );
    expect(dueOf(JSON.parse(JSON.stringify(longer)))).toEqual(dueOf(longer));
  });
});

test('the authority’s silence authorises only after an expressly favourable opinion', () => {
  expect(frenchProcedureLimits.authorityDecision.onSilence).toEqual({
    kind: 'depends-on-opinion',
    expresslyFavourable: 'authorised',
    otherwise: 'refused',
  });
});
