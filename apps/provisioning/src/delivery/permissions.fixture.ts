import { everybody, type Permissions } from '@hub/testkit/permissions';
import { deliveryCommands } from './deliver.js';
import { type DeliveryEvent, type DeliveryRelation, type DeliveryState, delivery } from './delivery.js';

const registered: DeliveryEvent = {
  ...{ type: 'registered', datasetId: 'd', table: 't', format: 'csv', schema: {} },
  ...{ organisationId: 'cnam', personId: 'camille' },
};

export const deliveryPermissions: Permissions<DeliveryState, DeliveryEvent, DeliveryRelation> = {
  aggregate: delivery,
  commands: deliveryCommands,
  histories: {
    ABSENT: [],
    AWAITING_FILE: [registered],
    RECEIVED: [registered, { type: 'received', sha256: 's', bytes: 1 }],
  },
  people: everybody('cnam', 'chu'),
  own: 'the organisation that registered it',
};
