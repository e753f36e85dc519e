import { generateKeyPairSync } from 'node:crypto';
import { Database } from '@hub/event-store';
import { type Signer, signerFromPem } from '@hub/tlog';
import pg from 'pg';
import { CreateLog1764100000000 } from '../src/migrations/create-log.js';
import { type NewRecord, recordOf } from '../src/record/record.js';

export const ORIGIN = 'hub.example/audit';

export function newKey(): { pem: string; signer: Signer } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { pem, signer: signerFromPem(ORIGIN, pem) };
}

export async function logDatabase(url: string): Promise<Database> {
  const database = new Database({ url, migrations: [CreateLog1764100000000] });
  await database.connect();
  return database;
}

/** The record of an event with this id, about an object of its own unless told. */
export function testRecord(id: string, { subject = id, version = 1, data = {} as object } = {}): NewRecord {
  return recordOf(
    {
      topic: 'hub.review.case.v1',
      partition: 0,
      offset: '0',
      timestamp: '1772442000000',
      value: Buffer.from(JSON.stringify(data)),
      headers: {
        ce_id: id,
        ce_type: 'review.case.opened.v1',
        ce_subject: subject,
        ce_version: String(version),
        ce_actor: 'claire',
      },
    },
    { recognised: true },
    new Date('2026-03-02T09:00:00.000Z'),
  );
}

export const testRecords = (count: number, from = 0): NewRecord[] =>
  Array.from({ length: count }, (_, at) => testRecord(`e-${from + at}`));

/** Changes rows as only the operator of the database can: past triggers and permissions. */
export async function tamper(url: string, statement: string, values: unknown[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    return (await client.query(statement, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
