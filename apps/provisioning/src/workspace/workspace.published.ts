import {
  told,
  WorkspaceAccessEnded,
  WorkspaceAccessRestored,
  WorkspaceActivated,
  WorkspaceChartSaved,
  WorkspaceDeliveriesAwaited,
  WorkspaceFailed,
  WorkspaceLocked,
  WorkspacePermitFollowed,
  WorkspacePreparationStarted,
  WorkspacePurged,
  WorkspaceReopened,
  WorkspaceRequested,
  WorkspaceResumed,
  WorkspaceSuspended,
} from '@hub/contracts';
import type { OptOutReport } from '../preparation/opt-outs.js';
import { hasContent, namedPersons, type Workspace, type WorkspaceEvent } from './workspace.js';

/** What others are told: identifiers, counts and hashes; never a value, a statement or a text. */
export function published(event: WorkspaceEvent, state: Workspace, workspaceId: string) {
  if (!hasContent(state)) throw new Error('nothing to publish of a workspace that is absent');
  const ids = { workspaceId, applicationId: state.permission.applicationId };
  switch (event.type) {
    case 'requested':
      return told(WorkspaceRequested, { ...ids, permitId: event.permission.permitId, members: namedPersons(state) });
    case 'deliveries-awaited':
      return told(WorkspaceDeliveriesAwaited, { ...ids, missing: [...event.missing] });
    case 'preparation-started':
      return told(WorkspacePreparationStarted, { ...ids, preparationId: event.preparationId });
    case 'activated': {
      const tables = event.data.tables.map(({ dataset, table, rows, sha256 }) => ({ dataset, table, rows, sha256 }));
      const { manifestSha256, optOuts } = event.data;
      return told(WorkspaceActivated, { ...ids, manifestSha256, tables, ...(optOuts && lookUpOf(optOuts)) });
    }
    case 'failed':
      return told(WorkspaceFailed, {
        ...ids,
        reasons: event.reasons.map(({ table, row, column, reason }) => ({ table, row, column, reason })),
      });
    case 'permit-followed':
    case 'reopened': {
      const { permission, left, dataChanged } = event;
      return told(event.type === 'reopened' ? WorkspaceReopened : WorkspacePermitFollowed, {
        ...ids,
        permitId: permission.permitId,
        members: namedPersons(state),
        left: [...left],
        dataChanged,
      });
    }
    case 'access-ended':
      return told(WorkspaceAccessEnded, { ...ids, personId: event.personId, cause: 'mandate-ended' });
    case 'access-restored':
      return told(WorkspaceAccessRestored, { ...ids, personId: event.personId });
    case 'suspended':
      return told(WorkspaceSuspended, ids);
    case 'resumed':
      return told(WorkspaceResumed, ids);
    case 'locked':
      return told(WorkspaceLocked, { ...ids, cause: event.cause });
    case 'purged':
      return told(WorkspacePurged, { ...ids, manifestSha256: event.manifestSha256, files: event.files });
    case 'chart-saved': {
      const { chartId, personId, specSha256, dataSha256 } = event;
      return told(WorkspaceChartSaved, { ...ids, chartId, personId, specSha256, dataSha256 });
    }
  }
}

/** Which list was looked up as at which instant: the number of persons stays with the service. */
const lookUpOf = (report: OptOutReport) => ({
  optOutAsAt: report.asAt,
  optOutException: 'setAside' in report,
  ...('listSha256' in report && { optOutListSha256: report.listSha256 }),
});
