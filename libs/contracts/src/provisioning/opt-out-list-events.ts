import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Instant } from '../shapes.js';

const on = eventsOn('hub.provisioning.opt-out-list.v1');
/** How often the list has changed: which list it was. */
const listVersion = Type.Integer({ minimum: 0 });

export const OptOutListChanged = on(
  'provisioning.opt-out-list.changed.v1',
  'Opt-outs, or their reversals, were entered; neither who nor how many.',
  { listVersion },
  { listVersion: 3 },
);
export const OptOutListConsulted = on(
  'provisioning.opt-out-list.consulted.v1',
  'Somebody asked whether a person was out as at an instant; neither who nor the answer.',
  { listVersion, asAt: Instant },
  { listVersion: 3, asAt: '2026-06-10T09:30:00.000Z' },
);

export const optOutListEvents = [OptOutListChanged, OptOutListConsulted] as const;
