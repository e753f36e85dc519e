/** The permit rules: who leaves it leaves the workspace in the same instant. */
import { isDeepStrictEqual } from 'node:util';
import { namedPersons, type Permission, ruled, slice, type WithContent } from './workspace.js';

/** A new version of the permit. Other data than before has to be prepared anew before anybody works on. */
export const followPermit = slice({
  name: 'follow-permit',
  by: ['system'],
  in: [...ruled, 'LOCKED', 'PURGED'],
  decide({ permission }: { permission: Permission }, state) {
    if (state.status === 'LOCKED' || state.status === 'PURGED') return [];
    return [{ type: 'permit-followed', permission: asDecided(state, permission), ...differences(state, permission) }];
  },
});

/** A won appeal: a workspace that the revocation locked is usable again, if its data were not purged. */
export const reopen = slice({
  name: 'reopen',
  by: ['system'],
  in: [...ruled, 'LOCKED', 'PURGED'],
  decide({ permission }: { permission: Permission }, state) {
    if (state.status !== 'LOCKED' || state.cause !== 'revoked') return [];
    return [{ type: 'reopened', permission: asDecided(state, permission), ...differences(state, permission) }];
  },
});

/** The permit was revoked or expired: nobody works here any more. */
export const lock = slice({
  name: 'lock',
  by: ['system'],
  in: [...ruled, 'LOCKED', 'PURGED'],
  decide: ({ cause }: { cause: 'revoked' | 'expired' }, state) =>
    state.status === 'LOCKED' || state.status === 'PURGED' ? [] : [{ type: 'locked', cause }],
});

export interface Membership {
  readonly personId: string;
  readonly organisationId: string;
}

/** The mandate under which a member works ended. */
export const endAccess = slice({
  name: 'end-access',
  by: ['system'],
  in: [...ruled, 'LOCKED', 'PURGED'],
  decide: (member: Membership, state) =>
    names(state.permission, member) && !state.barred.includes(`${member.personId}@${member.organisationId}`)
      ? [{ type: 'access-ended', personId: member.personId, organisationId: member.organisationId }]
      : [],
});

/** The mandate was given anew, and the permit still names the person. */
export const restoreAccess = slice({
  name: 'restore-access',
  by: ['system'],
  in: [...ruled, 'LOCKED', 'PURGED'],
  decide: (member: Membership, state) =>
    names(state.permission, member) && state.barred.includes(`${member.personId}@${member.organisationId}`)
      ? [{ type: 'access-restored', personId: member.personId, organisationId: member.organisationId }]
      : [],
});

/** A later version is no new decision on whose data may be seen: opt-outs count as at the first (ADR 14). */
const asDecided = ({ permission: { optOut } }: WithContent, permission: Permission): Permission => ({
  ...permission,
  ...(optOut && { optOut }),
});

/** Who is no longer named, and whether other data are permitted than before. */
function differences(state: WithContent, { team, scope }: Permission) {
  const staying = team.map(({ personId }) => personId);
  const left = namedPersons(state).filter((personId) => !staying.includes(personId));
  return { left, dataChanged: !isDeepStrictEqual(scope, state.permission.scope) };
}

const names = ({ team }: Permission, { personId, organisationId }: Membership): boolean =>
  team.some((member) => member.personId === personId && member.organisationId === organisationId);
