import {
  type Content,
  memberKey,
  type PreparedData,
  type WithContent,
  type Workspace,
  type WorkspaceEvent,
} from './workspace.js';

type Later = Exclude<WorkspaceEvent, { type: 'requested' }>;

/** How facts change a workspace. Past facts stand: nothing here judges. */
export function changed(state: WithContent, event: Later): Workspace {
  const content: Content = { permission: state.permission, barred: state.barred };
  switch (event.type) {
    case 'deliveries-awaited':
      return { ...content, status: 'REQUESTED', missing: event.missing };
    case 'preparation-started':
      return { ...content, status: 'PROVISIONING', preparationId: event.preparationId };
    case 'activated':
      return { ...content, status: 'ACTIVE', data: event.data };
    case 'failed':
      return { ...content, status: 'FAILED', reasons: event.reasons };
    case 'permit-followed':
      return event.dataChanged
        ? { ...content, permission: event.permission, status: 'REQUESTED', missing: [] }
        : { ...state, permission: event.permission };
    case 'access-ended':
      return { ...state, barred: [...new Set([...state.barred, memberKey(event.personId, event.organisationId)])] };
    case 'access-restored':
      return {
        ...state,
        barred: state.barred.filter((key) => key !== memberKey(event.personId, event.organisationId)),
      };
    case 'suspended':
    case 'resumed': {
      const data = dataOf(state);
      return data === null ? state : { ...content, status: event.type === 'suspended' ? 'SUSPENDED' : 'ACTIVE', data };
    }
    case 'locked':
      return {
        ...content,
        status: 'LOCKED',
        cause: event.cause,
        data: dataOf(state),
        ...(state.status === 'SUSPENDED' && { suspended: true as const }),
      };
    case 'reopened':
      return reopened(state, content, event);
    case 'purged':
      return { ...content, status: 'PURGED', manifestSha256: event.manifestSha256, files: event.files };
    case 'chart-saved':
      return state;
  }
}

/** What was prepared, if anything. */
export const dataOf = (state: WithContent): PreparedData | null => ('data' in state ? state.data : null);

/** As before it was locked; without the data that the permit names, it waits for them again. */
function reopened(state: WithContent, content: Content, event: Extract<Later, { type: 'reopened' }>): Workspace {
  const { permission, dataChanged } = event;
  const data = dataChanged ? null : dataOf(state);
  if (data === null) return { ...content, permission, status: 'REQUESTED', missing: [] };
  const suspended = state.status === 'LOCKED' && state.suspended;
  return { ...content, permission, status: suspended ? 'SUSPENDED' : 'ACTIVE', data };
}
