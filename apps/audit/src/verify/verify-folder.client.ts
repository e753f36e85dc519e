import { type Checkpoint, type LogReport, openCheckpoint, type Verifier, verifyLog } from '@hub/tlog';
import { countsOf } from '../log/head.js';
import { Contents, type Remark } from './contents.js';
import { EARLIER_CHECKPOINTS, type LogFolder } from './log-folder.store.js';

/** Verifies an exported log: every byte against the signed head, then what the records say. */
export async function verifyFolder(
  folder: LogFolder,
  verifier: Verifier,
): Promise<{ report: LogReport; remarks: readonly Remark[] }> {
  const contents = new Contents();
  const earlier = await earlierHeads(folder, verifier);
  const report = await verifyLog(folder, verifier, { earlier: earlier.heads, visit: contents.visit });
  const counted = report.checkpoint ? contents.conclude(countsOf(report.checkpoint)) : [];
  return { report, remarks: [...earlier.remarks, ...counted] };
}

/** Only those that the key signed: anybody could add to the file. */
async function earlierHeads(
  folder: LogFolder,
  verifier: Verifier,
): Promise<{ heads: Checkpoint[]; remarks: Remark[] }> {
  const file = await folder.read(EARLIER_CHECKPOINTS);
  const heads: Checkpoint[] = [];
  const remarks: Remark[] = [];
  if (file === undefined) return { heads, remarks };
  try {
    for (const note of JSON.parse(Buffer.from(file).toString('utf8')) as string[])
      heads.push(openCheckpoint(note, verifier));
  } catch (error) {
    remarks.push({ detail: `${EARLIER_CHECKPOINTS}: ${(error as Error).message}` });
  }
  return { heads, remarks };
}
