import { parseArgs } from 'node:util';

export interface Options {
  readonly names: readonly string[];
  readonly quick: boolean;
  readonly json: string | undefined;
  readonly folder: string | undefined;
  readonly runs: number;
  readonly events: number;
  readonly datasets: number;
  readonly rows: number;
  readonly applications: number;
  readonly minutes: number;
}

export const usage = (names: readonly string[]): string => `usage: npm run bench -- [NAME…] [options]
  NAME          ${names.join(', ')}; all without a name
  --quick       small sizes, one run: shows that the bench works
  --runs N      how often each figure is taken (3)
  --events N    of audit-ingest (1,000,000)
  --datasets N  of search, ten variables each (100,000)
  --rows N      of preparation and sandbox (10,000,000)
  --applications N  of lists (100,000)
  --minutes N   of soak (60)
  --json FILE   the figures as JSON as well
  --folder DIR  where to work; the system's folder for temporary files without it`;

/** Reads the command line; throws with a sentence on what is wrong. */
export function readOptions(args: string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      folder: { type: 'string' },
      runs: { type: 'string' },
      events: { type: 'string' },
      datasets: { type: 'string' },
      rows: { type: 'string' },
      applications: { type: 'string' },
      minutes: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`there is no bench ${unknown.join(', ')}`);
  const { quick } = values;
  const size = (
    name: 'runs' | 'events' | 'datasets' | 'rows' | 'applications' | 'minutes',
    usual: number,
    small: number,
  ) => {
    const value = Number(values[name] ?? (quick ? small : usual));
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number of at least 1`);
    return value;
  };
  return {
    names: positionals.length > 0 ? positionals : known,
    quick,
    json: values.json,
    folder: values.folder,
    runs: size('runs', 3, 1),
    events: size('events', 1_000_000, 20_000),
    datasets: size('datasets', 100_000, 2_000),
    rows: size('rows', 10_000_000, 200_000),
    applications: size('applications', 100_000, 2_000),
    minutes: size('minutes', 60, 1),
  };
}
