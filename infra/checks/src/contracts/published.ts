import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventContract } from '@hub/contracts';
import { incompatibilities } from './compatibility.js';
import { compile } from './examples.js';
import { asFile, type Snapshot, snapshotOf } from './snapshot.js';

/** What differs between the contracts as they are and as they were published. */
export interface Difference {
  /** Breaks a reader: never to be published under this name. */
  readonly breaking: readonly string[];
  /** Only gains: to be published. */
  readonly unpublished: readonly string[];
}

export async function difference(contracts: readonly EventContract[], folder: string): Promise<Difference> {
  const types = new Set(contracts.map(({ type }) => type));
  const vanished = (await publishedTypes(folder)).filter((type) => !types.has(type));
  const each = await Promise.all(contracts.map((contract) => differenceOf(contract, folder)));
  return {
    breaking: [
      ...vanished.map((type) => `${type}: vanished: a published version stays until no reader is left; bring it back`),
      ...each.flatMap(({ breaking }) => breaking),
    ],
    unpublished: each.flatMap(({ unpublished }) => unpublished),
  };
}

async function differenceOf(contract: EventContract, folder: string): Promise<Difference> {
  const { type } = contract;
  const [published, golden] = await Promise.all([fileAt(folder, 'published', type), fileAt(folder, 'golden', type)]);
  const present = snapshotOf(contract);
  const before = published === undefined ? undefined : (JSON.parse(published) as Snapshot);
  const breaking =
    before === undefined
      ? []
      : incompatibilities(before, present).map(
          (change) => `${type}: ${change}: make it version ${next(type)} beside this one`,
        );
  if (golden !== undefined) breaking.push(...goldenFindings(type, golden, present));
  if (breaking.length > 0) return { breaking, unpublished: [] };
  const unpublished: string[] = [];
  if (published !== asFile(present)) unpublished.push(`${type}: ${published === undefined ? 'is new' : 'has gained'}`);
  else if (golden !== asFile(contract.example))
    unpublished.push(
      `${type}: its example ${golden === undefined ? 'has no golden file' : 'differs from its golden file'}`,
    );
  return { breaking, unpublished };
}

/** A message as it once went over the wire stays readable, whatever the schema has gained since. */
function goldenFindings(type: string, golden: string, { schema }: Snapshot): string[] {
  const validate = compile(schema);
  if (validate(JSON.parse(golden))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${type}: its golden example is no longer valid: ${instancePath} ${message}`,
  );
}

/** Writes snapshots and golden examples of what only gained. What breaks a reader is left as it was published. */
export async function publish(contracts: readonly EventContract[], folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const contract of contracts) {
    const { breaking, unpublished } = await differenceOf(contract, folder);
    if (breaking.length > 0 || unpublished.length === 0) continue;
    await writeTo(folder, 'published', contract.type, snapshotOf(contract));
    await writeTo(folder, 'golden', contract.type, contract.example);
    written.push(contract.type);
  }
  return written;
}

async function publishedTypes(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'published')).catch(() => []);
  return files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
}

function fileAt(folder: string, kind: 'published' | 'golden', type: string): Promise<string | undefined> {
  return readFile(join(folder, kind, `${type}.json`), 'utf8').catch(() => undefined);
}

async function writeTo(folder: string, kind: 'published' | 'golden', type: string, content: unknown): Promise<void> {
  await mkdir(join(folder, kind), { recursive: true });
  await writeFile(join(folder, kind, `${type}.json`), asFile(content));
}

/** `review.case.opened.v1` → v2. */
const next = (type: string): string => `v${Number(/\d+$/.exec(type)?.[0] ?? 1) + 1}`;
