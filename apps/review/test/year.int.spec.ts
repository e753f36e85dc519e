import { ReviewUnderTest } from './review-under-test.js';
import { delaysOf, parties } from './year/ledger.js';
import { life } from './year/lives.js';
import { Matter, World } from './year/world.js';

const applications = 600;
/** Of ten applications. */
const procedures = [
  ...['FR_AUTHORISATION', 'FR_AUTHORISATION', 'FR_AUTHORISATION', 'FR_AUTHORISATION', 'FR_MR004'],
  ...['EU_ACCESS', 'EU_ACCESS', 'EU_ACCELERATED', 'EU_DATA_REQUEST', 'EU_TRUSTED_HOLDER'],
];
/** Once for a night, once over a long weekend with a holiday. */
const outages = [
  { from: new Date('2026-04-01T20:00:00.000Z'), to: new Date('2026-04-02T06:30:00.000Z') },
  { from: new Date('2026-05-07T16:00:00.000Z'), to: new Date('2026-05-11T07:00:00.000Z') },
];

describe('a year of the hub', () => {
  let review: ReviewUnderTest;
  beforeAll(async () => {
    review = await ReviewUnderTest.start();
  });
  afterAll(() => review?.stop());

  it(`lets every clock of ${applications} applications end when the slow count says, whoever acts or stays silent`, async () => {
    const world = new World(review, outages);
    const start = Date.parse('2026-01-05T08:00:00.000Z');
    const matters = Array.from({ length: applications }, (_, number) => {
      const matter = new Matter(world, procedures[number % procedures.length] as string, number);
      // Somewhat more before the summer than after it.
      const days = Math.floor(360 * (world.random.next() * 0.85 + world.random.next() * 0.15));
      world.born(new Date(start + days * 86_400_000 + world.random.below(9 * 3_600_000)), life(matter));
      return matter;
    });
    await world.pass();
    process.stdout.write(`${delaysOf(matters.map(({ ledger }) => ledger))}\n${world.fired} times something was due\n`);
    for (const { id, applicationId, ledger } of matters) {
      const { body } = await review.get('auditor', `/cases/${id}/delays`);
      const shown = parties.map(
        (party) => body.parties.find((each: { party: string }) => each.party === party)?.days ?? 0,
      );
      const noted = parties.map((party) => ledger.spent(party) / 86_400_000);
      const apart = Math.max(...noted.map((days, index) => Math.abs(days - shown[index])));
      // The report rounds to tenths of a day.
      expect({ applicationId, shown, noted, same: apart < 0.06 }).toMatchObject({ same: true });
    }
    const { rows } = await review.look('SELECT status, count(*)::int AS cases FROM case_list GROUP BY status', []);
    const by = new Map(rows.map(({ status, cases }) => [status as string, cases as number]));
    expect([...by.values()].reduce((sum, cases) => sum + cases, 0)).toBe(applications);
    const everyWayToEnd = [
      ...['REGISTERED', 'REJECTED_INCOMPLETE', 'WITHDRAWN', 'DECIDED', 'STATISTICS_AWAITED'],
      ...['POSITIVE_DECISION_ACCEPTED', 'POSITIVE_DECISION_REJECTED', 'NEGATIVE_DECISION_ISSUED', 'APPEAL_REJECTED'],
    ];
    expect([...by.keys()]).toEqual(expect.arrayContaining(everyWayToEnd));
    expect([...by.keys()].filter((status) => !everyWayToEnd.includes(status))).toEqual([]);
  }, 900_000);
});
