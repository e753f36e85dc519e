import { WorkspaceActivated, WorkspaceDeliveriesAwaited, WorkspaceRequested } from '@hub/contracts';
import { fold } from '@hub/decider';
import { eventually, publish } from '@hub/testkit';
import pg from 'pg';
import type { CaseEvent } from '../src/case/case.events.js';
import { type Case, reviewCase } from '../src/case/case.js';
import { delayRows } from '../src/reports/delay.rows.js';
import { type History, historyFrom } from '../src/reports/histories.fixture.js';
import { ReviewUnderTest } from './review-under-test.js';

/** As spreadsheets do it: linear between the two neighbours. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return Math.round((low + (high - low) * (place - Math.floor(place))) * 10) / 10;
}
const days = (ms: number) => ms / 86_400_000;
const summary = (values: readonly number[]) => ({
  cases: values.length,
  median: percentile(values, 0.5),
  p90: percentile(values, 0.9),
});

describe('the reports of the review service', () => {
  let review: ReviewUnderTest;
  const histories = Array.from({ length: 48 }, (_, index) => historyFrom(1000 + index));
  const closed = histories.filter(
    (history): history is History & { closedAt: number } => history.closedAt !== undefined,
  );

  beforeAll(async () => {
    review = await ReviewUnderTest.start();
    const client = new pg.Client({ connectionString: review.hub.database.url });
    await client.connect();
    for (const [index, history] of histories.entries()) await happen(client, `case-${index}`, history);
    await client.end();
  });
  afterAll(() => review?.stop());

  /** Writes the rows as the store would, event by event. */
  async function happen(client: pg.Client, id: string, { events }: History) {
    let before: Case = { status: 'ABSENT' };
    for (const [index, event] of events.entries()) {
      const { state }: { state: Case } = fold<Case, CaseEvent>(reviewCase as never, [event], {
        state: before,
        version: index,
      } as never);
      const change = { id, before, state, version: index + 1, events: [event], at: new Date() };
      for (const { text, values } of delayRows(change)) {
        await client.query(text, values.map((value) => (value === 'app-1' ? `app-of-${id}` : value)) as unknown[]);
      }
      before = state;
    }
  }

  it('gives median and 90th percentile, gross and per party, as an independent calculation does', async () => {
    const { body } = await review.get(undefined, '/reports/delays');
    const all = body.cells.find((cell: { procedure: unknown }) => cell.procedure === null);
    expect(all.gross).toEqual(summary(closed.map(({ closedAt, receivedAt }) => days(closedAt - receivedAt))));
    for (const party of ['hub', 'applicant', 'committee', 'authority'] as const) {
      const held = closed.flatMap(({ ledger }) => (ledger.has(party) ? [days(ledger.get(party) as number)] : []));
      expect(all.parties.find((one: { party: string }) => one.party === party)).toEqual({ party, ...summary(held) });
    }
  });

  it('shows no month with fewer than five cases, in JSON or in CSV', async () => {
    const perMonth = new Map<string, number>();
    for (const { closedAt } of closed) {
      const month = new Date(closedAt).toLocaleDateString('sv', { timeZone: 'Europe/Paris' }).slice(0, 7);
      perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
    }
    const enough = [...perMonth].filter(([, number]) => number >= 5).map(([month]) => month);
    expect(enough.length).toBeLessThan(perMonth.size);
    const { body } = await review.get(undefined, '/reports/delays');
    const months = body.cells.map(({ month }: { month: string | null }) => month).filter(Boolean);
    expect(months).toEqual(enough.sort());
    const csv = await review.get(undefined, '/reports/delays.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const inCsv = csv.body.split('\r\n').filter((line: string) => line.includes(',gross,'));
    expect(inCsv).toHaveLength(enough.length + 2);
  });

  it('counts what was received and how it ended, by period', async () => {
    const { body } = await review.get(undefined, '/reports/activity?per=year');
    const sum = (pick: (item: { received: number; ended: Record<string, number> }) => number) =>
      body.items.reduce((total: number, item: never) => total + pick(item), 0);
    expect(sum(({ received }) => received)).toBe(histories.length);
    for (const outcome of ['AUTHORISED', 'REFUSED', 'REJECTED_INCOMPLETE', 'WITHDRAWN']) {
      expect(sum(({ ended }) => ended[outcome] ?? 0)).toBe(closed.filter((one) => one.outcome === outcome).length);
    }
  });

  it('tells those who see a case whose turn it is and who had it for how long, up to access to the data', async () => {
    const id = await review.toTheAuthority('app-delays');
    review.hub.clock.advance(10 * 86_400_000);
    const { body: waiting } = await review.get('claire', `/cases/${id}/delays`);
    expect(waiting).toMatchObject({ turn: 'authority', grossDays: 10 });
    expect((await review.get('eve', `/cases/${id}/delays`)).status).toBe(404);
    expect((await review.get('member-3', `/cases/${id}/delays`)).status).toBe(403);
    expect((await review.get(undefined, `/cases/${id}/delays`)).status).toBe(401);
    await review.does('authority', `/cases/${id}/decision`, { decision: 'AUTHORISED', reasons: 'Proportionate.' });
    const workspace = { workspaceId: 'w-1', applicationId: 'app-delays' };
    await publish(WorkspaceRequested, 'w-1', { ...workspace, permitId: 'p', members: [] }, { version: 1 });
    await publish(WorkspaceDeliveriesAwaited, 'w-1', { ...workspace, missing: [] }, { version: 2 });
    const last = { ...workspace, manifestSha256: '0'.repeat(64), tables: [] };
    await publish(WorkspaceActivated, 'w-1', last, { version: 3 });
    await eventually(async () => {
      const { body } = await review.get('officer', `/cases/${id}/delays`);
      expect(body.accessAt).toEqual(expect.any(String));
      expect(body.parties.map(({ party }: { party: string }) => party)).toEqual(
        expect.arrayContaining(['hub', 'committee', 'authority', 'platform', 'holder']),
      );
      expect(body.turn).toBeNull();
    });
  });
});
