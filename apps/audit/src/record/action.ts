/** What CNIL's guide on logging asks to tell apart: what was done to the data. */
export type Action = 'create' | 'read' | 'update' | 'delete' | 'execute';

/** The last word of a fact's name says what was done; any other word means that a procedure took a step. */
const actionOfWord: Readonly<Record<string, Action>> = {
  created: 'create',
  drafted: 'create',
  opened: 'create',
  granted: 'create',
  given: 'create',
  registered: 'create',
  published: 'create',
  prepared: 'create',
  read: 'read',
  viewed: 'read',
  searched: 'read',
  downloaded: 'read',
  consulted: 'read',
  saved: 'update',
  chosen: 'update',
  invited: 'update',
  joined: 'update',
  left: 'update',
  amended: 'update',
  changed: 'update',
  corrected: 'update',
  admitted: 'update',
  followed: 'update',
  named: 'update',
  extended: 'update',
  renewed: 'update',
  withdrawn: 'update',
  revoked: 'update',
  expired: 'update',
  ended: 'update',
  deleted: 'delete',
  discarded: 'delete',
  removed: 'delete',
  purged: 'delete',
  erased: 'delete',
  destroyed: 'delete',
};

/**
 * The nature of an operation, from its event's wire name.
 *
 * @param type `review.permit.granted.v1`; anything unknown is an execution
 */
export function actionOf(type: string): Action {
  const fact = type.split('.').at(-2) ?? '';
  return actionOfWord[fact.split('-').at(-1) ?? ''] ?? 'execute';
}
