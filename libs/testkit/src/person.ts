import type { Role } from '@hub/contracts';
import type { Person } from '@hub/decider';

export const person = (id: string, organisation: string, ...roles: Role[]): Person => ({
  kind: 'person',
  id,
  organisation,
  roles,
  assurance: 'substantial',
});
