import type { LogReport } from '@hub/tlog';
import type { Remark } from './contents.js';

const SHOWN = 100;

/** What `verify` prints, a line each. */
export function reportLines(report: LogReport, remarks: readonly Remark[]): string[] {
  const { checkpoint } = report;
  const head = checkpoint
    ? `${checkpoint.origin}: ${checkpoint.size} records, root ${Buffer.from(checkpoint.root).toString('base64')}`
    : 'no readable checkpoint';
  const signature = report.signed
    ? 'The checkpoint is signed with the given key.'
    : 'The checkpoint is NOT signed with the given key.';
  const verdict = report.intact
    ? `INTACT: every one of ${report.entries} records and every tile is what was signed.`
    : `TAMPERED: ${report.findings.length} findings.`;
  return [
    head,
    signature,
    verdict,
    ...limited(report.findings.map(({ kind, path, detail }) => `  ${kind}  ${path}  ${detail}`)),
    ...(remarks.length > 0 ? [`${remarks.length} remarks on what the records say:`] : []),
    ...limited(remarks.map(({ detail }) => `  ${detail}`)),
  ];
}

function limited(lines: readonly string[]): string[] {
  return lines.length <= SHOWN ? [...lines] : [...lines.slice(0, SHOWN), `  … and ${lines.length - SHOWN} more`];
}
