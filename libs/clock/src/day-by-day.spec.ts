/** Ten thousand limits against a second, slow calculation that shares no code with the first. */
import { Seeded, slowly } from '@hub/testkit';
import { dueAt, dueOf, type Length, pause, resume, startClock } from './index.js';

function anyLength(random: Seeded): Length {
  const kinds: Length[] = [
    { workingDays: 1 + random.below(40) },
    { days: 1 + random.below(60) },
    { weeks: 1 + random.below(6) },
    { months: 1 + random.below(9) },
  ];
  return kinds[random.below(4)] as Length;
}

const FROM = Date.UTC(2024, 0, 1);
const SPAN = Date.UTC(2029, 11, 31) - FROM;

test('ten thousand limits end when the slow count says', () => {
  const random = new Seeded(20260302);
  for (let i = 0; i < 10_000; i += 1) {
    const start = FROM + random.below(SPAN);
    const length = anyLength(random);
    const rollForward = random.below(2) === 1;
    const slow = slowly.endOf(start, length, { rolls: rollForward });
    const fast = dueAt(new Date(start), {
      length,
      rollForward,
      calendar: 'FR',
      zone: 'Europe/Paris',
    });
    expect({ start, length, due: fast.toISOString() }).toEqual({ start, length, due: slow });
  }
});

test('two thousand paused limits end when the slow count says', () => {
  const random = new Seeded(42);
  for (let i = 0; i < 2_000; i += 1) {
    const start = FROM + random.below(SPAN - 400 * 86_400_000);
    const days = 5 + random.below(20);
    const length: Length = random.below(2) === 1 ? { workingDays: days } : { days };
    const limit = { length, rollForward: false, calendar: 'FR', zone: 'Europe/Paris' } as const;
    const from = start + random.below(4 * 86_400_000);
    const to = from + random.below(30 * 86_400_000);
    const halted = pause(startClock(new Date(start), limit), new Date(from));
    const running = halted.ok ? resume(halted.clock, new Date(to)) : halted;
    if (!running.ok) throw new Error(running.why);
    const slow = slowly.endOf(start, length, { pauses: [{ from, to }] });
    expect({ start, from, to, length, due: dueOf(running.clock)?.toISOString() }).toEqual({
      start,
      from,
      to,
      length,
      due: slow,
    });
  }
});
