import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benches } from '../src/benches.js';
import { CleanUp } from '../src/clean-up.js';
import { readOptions } from '../src/options.js';
import { readable, verdict } from '../src/report.js';
import { runBenches } from '../src/run-benches.js';

/** The benches themselves work; what they measure here, beside other tests, says nothing. */
describe('a bench', () => {
  const cleanUp = new CleanUp();
  let folder: string;
  const names = benches.map(({ name }) => name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-bench-test-'));
  });
  afterAll(async () => {
    await cleanUp.now();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['journey', 'audit-ingest'])(
    '%s measures, judges by its goal and leaves nothing behind',
    async (name) => {
      const options = readOptions([name, '--quick', '--folder', folder], names);
      const { machine, results } = await runBenches(
        benches.filter((bench) => bench.name === name),
        options,
        cleanUp,
        () => {},
      );
      expect(results).toMatchObject([{ name, report: { measures: expect.any(Array), limits: expect.any(Array) } }]);
      const [judged] = results[0]?.report?.measures.filter(({ goal }) => goal) ?? [];
      expect(judged?.values[0]).toBeGreaterThanOrEqual(0);
      expect(['met', 'missed']).toContain(judged && verdict(judged));
      expect(readable(machine, results, true)).toContain('at least');
      expect(await readdir(folder)).toEqual([]);
    },
    300_000,
  );
});
