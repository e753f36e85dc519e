import { actorId, refuse } from '@hub/decider';
import { slice } from '../case/case.js';
import { everyState } from './every-state.js';
import type { Sensitivity } from './sensitivity.js';

export type FlagSensitive = Pick<Sensitivity, 'ground' | 'reasons'>;

export const flagSensitive = slice({
  name: 'flag-sensitive',
  by: ['officer', 'authority'],
  in: everyState,
  offered: ({ file }) => !file.sensitivity,
  decide: ({ ground, reasons }: FlagSensitive, { file }, { actor, now }) =>
    file.sensitivity
      ? refuse('flagged-already', { ground: file.sensitivity.ground })
      : [{ type: 'flagged-sensitive', at: now.toISOString(), by: actorId(actor), ground, reasons }],
});

export const liftFlag = slice({
  name: 'lift-flag',
  by: ['officer', 'authority'],
  in: everyState,
  offered: ({ file }) => file.sensitivity !== undefined,
  decide: ({ reasons }: { reasons: string }, { file }, { actor, now }) =>
    file.sensitivity
      ? [{ type: 'flag-lifted', at: now.toISOString(), by: actorId(actor), reasons }]
      : refuse('not-flagged'),
});
