import { everybody, type Permissions } from '@hub/testkit/permissions';
import { commands } from './enter.js';
import { type OptOutListEvent, type OptOutListRelation, type OptOutListState, optOutList } from './opt-out-list.js';

export const optOutPermissions: Permissions<OptOutListState, OptOutListEvent, OptOutListRelation> = {
  aggregate: optOutList,
  commands,
  histories: { ABSENT: [], KEPT: [{ type: 'changed', arrivalId: 'a', keyId: 'k' }] },
  people: everybody('hdh', 'cnil'),
  own: 'the hub',
};
