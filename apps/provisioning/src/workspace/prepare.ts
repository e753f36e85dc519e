/** From a granted permit to data in the workspace: what the service does by itself, and the retry. */
import type { SchemaBreach } from '../preparation/manifest.js';
import type { Gap } from '../preparation/plan.js';
import { type Permission, type PreparedData, slice } from './workspace.js';

/** A permit was granted: its workspace is asked for. */
export const request = slice({
  name: 'request',
  by: ['system'],
  in: ['ABSENT'],
  decide: ({ permission }: { permission: Permission }) => [{ type: 'requested', permission }],
});

/** Says what is missing; says it again only when it changed. */
export const awaitDeliveries = slice({
  name: 'await-deliveries',
  by: ['system'],
  in: ['REQUESTED'],
  decide: ({ missing }: { missing: readonly Gap[] }, state) =>
    JSON.stringify(missing) === JSON.stringify(state.missing) ? [] : [{ type: 'deliveries-awaited', missing }],
});

export const startPreparation = slice({
  name: 'start-preparation',
  by: ['system'],
  in: ['REQUESTED'],
  decide: (_command: object, _state, { newId }) => [{ type: 'preparation-started', preparationId: newId() }],
});

/** The prepared data is in place. A preparation that another one overtook changes nothing. */
export const activate = slice({
  name: 'activate',
  by: ['system'],
  in: ['PROVISIONING'],
  decide: ({ preparationId, data }: { preparationId: string; data: PreparedData }, state) =>
    preparationId === state.preparationId ? [{ type: 'activated', data }] : [],
});

export const fail = slice({
  name: 'fail',
  by: ['system'],
  in: ['PROVISIONING'],
  decide: ({ preparationId, reasons }: { preparationId: string; reasons: readonly SchemaBreach[] }, state) =>
    preparationId === state.preparationId ? [{ type: 'failed', reasons }] : [],
});

/** The engineer tries again, usually with a mended delivery. */
export const retry = slice({
  name: 'retry',
  by: ['engineer', 'system'],
  in: ['FAILED'],
  decide: (_command: object) => [{ type: 'deliveries-awaited', missing: [] }],
});
