import { OptOutListChanged, OptOutListConsulted, told } from '@hub/contracts';
import { listVersionOf, type OptOutListEvent, type OptOutListState } from './opt-out-list.js';

/** What others are told: which list it is, never whom it holds, nor how many. */
export function publishedOptOutList(event: OptOutListEvent, state: OptOutListState) {
  const listVersion = listVersionOf(state);
  return event.type === 'changed'
    ? told(OptOutListChanged, { listVersion })
    : told(OptOutListConsulted, { listVersion, asAt: event.asAt });
}
