import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoToken } from '@hub/local';
import { type Body, until } from '../hub-client.js';
import type { Narrator } from '../narrator.js';
import type { People } from './people.js';

const run = promisify(execFile);
const auditCli = join(import.meta.dirname, '../../../../../apps/audit/dist/src/verify/main.js');

/** The auditor follows it all, and verifies the exported log offline. */
export async function follow(
  people: People,
  tell: Narrator,
  hub: { gateway: string; issuer: string },
  applicationId: string,
): Promise<void> {
  tell.chapter('The audit');
  const { auditor, claire } = people;
  await tell.step(
    'claire',
    'sees the whole dossier in one view',
    () =>
      until('the dossier is composed', async () => {
        const dossier: Body = await claire.get(`/dossiers/${applicationId}`).catch(() => undefined);
        return dossier?.status === 'DECISION_ISSUED' && dossier;
      }),
    (d: Body) => `${d.status}, ${d.timeline.length} entries`,
  );
  const records: Body = await tell.step(
    'auditor',
    'follows the application through the log',
    () =>
      until('the records are there', async () => {
        const found: Body = await auditor.get(
          `/audit/records?object=application.application/${applicationId}&limit=1000`,
        );
        return found.records.some(({ record }: Body) => record.data.status === 'DECISION_ISSUED') && found;
      }),
    (found: Body) => `${found.records.length} records, from ${found.records[0].record.type} on`,
  );
  const proof = `/audit/proofs/${records.records[0].index}`;
  await tell.step(
    'auditor',
    'asks for the proof of the first of them',
    () => auditor.get(proof, { accept: 'application/json' }),
    (p: Body) => `included at index ${p.index}`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'hub-audit-'));
  try {
    await tell.step(
      'auditor',
      'exports the log and verifies it with nothing but the public key',
      async () => {
        const verifierKey = String(await auditor.get('/audit/key')).trim();
        const token = await demoToken(hub.issuer, 'auditor');
        await run(process.execPath, [auditCli, 'export', folder, '--url', hub.gateway], {
          env: { ...process.env, HUB_TOKEN: token },
        });
        return (await run(process.execPath, [auditCli, 'verify', folder, '--key', verifierKey])).stdout.trim();
      },
      (said) => said.split('\n').at(-1) ?? '',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
