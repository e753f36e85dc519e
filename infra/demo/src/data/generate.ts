import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type GeneratedTable, generatedTables } from './generated-tables.js';
import { type Seeded, seeded } from './random.js';

type Row = readonly (string | number)[];

/** A few codes that exist, for the shape of the data; their frequencies are invented. */
const drugs = [
  ['3400935418487', 'M01AE01'],
  ['3400936403086', 'M01AB05'],
  ['3400934826383', 'B01AC06'],
  ['3400938353990', 'A02BC01'],
  ['3400936218581', 'N02BE01'],
  ['3400933997052', 'C10AA05'],
] as const;
const diagnoses = ['K922', 'I10', 'J180', 'S720', 'E119', 'K358', 'I500', 'N390'];
const acts = ['HEQE002', 'DZQM006', 'ZBQK002', 'NEKA020', 'HHFA001'];
const departments = ['033', '075', '013', '069', '059', '031', '044', '067', '02A', '974'];

/** Everybody born in this year who bled: so few that a table must not show them. */
const rareYear = 1914;
const rarePersons = 4;

/** Writes one CSV file a table into `folder`; `persons` and `seed` determine every byte. */
export async function generate(folder: string, persons: number, seed: number): Promise<Record<GeneratedTable, string>> {
  await mkdir(folder, { recursive: true });
  const random = seeded(seed);
  const files = Object.fromEntries(
    Object.keys(generatedTables).map((table) => [table, new CsvFile(folder, table as GeneratedTable)]),
  );
  for (let index = 0; index < persons; index++)
    await writePerson(files as Record<GeneratedTable, CsvFile>, index, random);
  const paths = await Promise.all(
    Object.entries(files).map(async ([table, file]) => [table, await file.end()] as const),
  );
  return Object.fromEntries(paths) as Record<GeneratedTable, string>;
}

async function writePerson(files: Record<GeneratedTable, CsvFile>, index: number, random: Seeded): Promise<void> {
  const id = `B${String(index + 1).padStart(11, '0')}`;
  const rare = index < rarePersons;
  const born = rare ? rareYear : random.whole(1930, 2000);
  const dead = random.chance(0.04) ? day(random, 2019) : '';
  await files.IR_BEN_R.write([id, random.whole(1, 2), born, random.whole(1, 12), random.pick(departments), dead]);
  if (dead) await files.KI_CCI_R.write([id, dead, random.pick(diagnoses)]);
  for (let n = random.whole(0, 6); n > 0; n--) {
    const [cip, atc] = random.pick(drugs);
    await files.ER_PHA_F.write([id, day(random, random.whole(2018, 2020)), cip, atc, random.whole(1, 3)]);
  }
  for (let n = rare ? 1 : random.whole(0, 2); n > 0; n--) {
    const stay = `${id}-${n}`;
    const start = day(random, rare ? 2019 : random.whole(2018, 2020));
    const diagnosis = rare || random.chance(0.3) ? 'K922' : random.pick(diagnoses);
    await files.T_MCOaaB.write([id, stay, start, plusDays(start, random.whole(0, 12)), diagnosis]);
    if (random.chance(0.7)) await files.T_MCOaaA.write([id, stay, start, random.pick(acts)]);
  }
}

const day = (random: Seeded, year: number): string =>
  `${year}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;

const plusDays = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

/** No value written here holds a comma, a quote or a line break. */
class CsvFile {
  private readonly path: string;
  private readonly stream;

  constructor(folder: string, table: GeneratedTable) {
    this.path = join(folder, `${table}.csv`);
    this.stream = createWriteStream(this.path);
    this.stream.write(`${generatedTables[table].fields.map(({ name }) => name).join(',')}\n`);
  }

  async write(row: Row): Promise<void> {
    if (!this.stream.write(`${row.join(',')}\n`)) await once(this.stream, 'drain');
  }

  async end(): Promise<string> {
    this.stream.end();
    await once(this.stream, 'finish');
    return this.path;
  }
}
