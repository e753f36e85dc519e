import {
  ExportChecked,
  ExportDecided,
  ExportDownloaded,
  ExportRecalled,
  ExportReleased,
  ExportResubmitted,
  ExportSubmitted,
  ExportVoteCast,
  ExportWithdrawn,
  told,
} from '@hub/contracts';
import { type Checks, type ExportEvent, type ExportState, exists } from './export.js';

/** What others are told: hashes, counts and who; never a cell, a remark or how a checker voted. */
export function publishedExport(event: ExportEvent, state: ExportState, exportId: string) {
  if (!exists(state)) throw new Error('nothing to publish of an export that is absent');
  const ids = { exportId, workspaceId: state.workspaceId };
  const { sha256, bytes, rows, queryId } = state.file;
  switch (event.type) {
    case 'submitted':
      return told(ExportSubmitted, { ...ids, requesterId: event.requesterId, queryId, sha256, bytes, rows });
    case 'checked':
      return told(ExportChecked, { ...ids, sha256, outcome: event.checks.outcome, findings: findingsOf(event.checks) });
    case 'vote-cast':
      return told(ExportVoteCast, { ...ids, checkerId: event.checkerId });
    case 'decided':
      return told(ExportDecided, {
        ...ids,
        sha256,
        decision: event.decision,
        checkers: state.votes.map(({ checkerId }) => checkerId),
      });
    case 'resubmitted':
      return told(ExportResubmitted, { ...ids, queryId, sha256, bytes, rows });
    case 'released':
      return told(ExportReleased, { ...ids, sha256 });
    case 'downloaded':
      return told(ExportDownloaded, { ...ids, personId: event.personId, sha256: event.sha256 });
    case 'recalled':
      return told(ExportRecalled, { ...ids, sha256 });
    case 'withdrawn':
      return told(ExportWithdrawn, ids);
  }
}

function findingsOf({ disclosure, file }: Checks) {
  const results = disclosure?.results ?? [];
  return [
    ...results
      .filter(({ outcome }) => outcome !== 'pass')
      .map(({ check, outcome, flagged }) => ({ check: String(check), outcome: String(outcome), flagged })),
    ...file.reasons.map(({ code, outcome }) => ({ check: `file:${code}`, outcome: String(outcome), flagged: 1 })),
  ];
}
