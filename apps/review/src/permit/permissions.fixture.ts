import { everybody, type Histories, type Permissions, partsOf } from '@hub/testkit/permissions';
import { claire, david, person, review } from '../case/case.fixture.js';
import { commands } from './commands.js';
import type { Change, PermitEvent } from './permit.events.js';
import { baseId, content, granted } from './permit.fixture.js';
import { type Permit, type PermitRelation, permit } from './permit.js';
import { viewOf } from './permit.view.js';

const at = '2026-03-02T09:00:00.000Z';
const amendment: Change = { kind: 'AMENDMENT', add: [], remove: [] };
const asks = (change: Change): PermitEvent => ({
  ...{ type: 'change-requested', at, by: 'claire', requestId: 'r', change, justification: 'j' },
});
const approved = (kind: Change['kind']): PermitEvent => ({
  ...{ type: 'change-approved', at, by: 'authority', requestId: 'r', kind, changes: [], content },
  signed: (granted as Extract<PermitEvent, { type: 'granted' }>).signed,
});
const renewal: Change = { kind: 'RENEWAL', months: 12 };
const revoked: PermitEvent = { type: 'revoked', at, by: 'authority', reasons: 'r' };
const appealed: PermitEvent = { type: 'revocation-appealed', at, by: 'claire', grounds: 'g' };

export const permitHistories: Histories<Permit, PermitEvent> = {
  ABSENT: [],
  GRANTED: [granted],
  AMENDED: [granted, asks(amendment), approved('AMENDMENT')],
  RENEWED: [granted, asks(renewal), approved('RENEWAL')],
  AMENDMENT_REQUESTED: [granted, asks(amendment)],
  RENEWAL_REQUESTED: [granted, asks(renewal)],
  REVOKED: {
    'not appealed': [granted, revoked],
    upheld: [granted, revoked, appealed, { type: 'revocation-upheld', at, by: 'authority-2', reasons: 'r' }],
  },
  REVOKE_APPEALED: [granted, revoked, appealed],
  EXPIRED: [granted, { type: 'expired', at }],
};

export const permitPermissions: Permissions<Permit, PermitEvent, PermitRelation> = {
  aggregate: permit,
  commands,
  histories: permitHistories,
  people: {
    lead: claire,
    'lead for another organisation': person('claire', 'institut-curie', 'applicant'),
    member: david,
    'member who is an authority officer': person('david', 'inserm', 'authority_officer'),
    'member who is an authority officer elsewhere': person('david', 'cnil', 'authority_officer'),
    ...everybody('inserm', 'institut-curie'),
    'a service of the hub': review,
  },
  own: 'the applicant’s organisation',
  sees: {
    'A PERMIT': (state, actor) => {
      const hidden =
        state.status === 'ABSENT' || actor.kind === 'system' || permit.relations(state, actor).length === 0;
      return hidden ? [] : partsOf(viewOf(baseId, state, { version: 1, allowed: [] }));
    },
  },
};
