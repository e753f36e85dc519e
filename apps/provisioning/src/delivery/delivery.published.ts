import { DeliveryReceived, DeliveryRegistered, told } from '@hub/contracts';
import type { DeliveryEvent, DeliveryState } from './delivery.js';

export function publishedDelivery(event: DeliveryEvent, state: DeliveryState, deliveryId: string) {
  if (state.status === 'ABSENT') throw new Error('nothing to publish of a delivery that is absent');
  const ids = { deliveryId, datasetId: state.datasetId, table: state.table };
  switch (event.type) {
    case 'registered':
      return told(DeliveryRegistered, { ...ids, organisationId: event.organisationId, format: event.format });
    case 'received':
      return told(DeliveryReceived, { ...ids, sha256: event.sha256, bytes: event.bytes });
  }
}
