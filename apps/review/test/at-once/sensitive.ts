import { flagSensitive, liftFlag } from '../../src/sensitivity/flag-sensitive.js';
import { lockCase, unlockCase } from '../../src/sensitivity/lock-case.js';
import type { GivenByTwo } from './given-by-two.js';
import { reasons } from './standings.js';

const officers = ['officer', 'officer-2'] as const;
const flag = { ground: 'TRADE_SECRET', reasons };

/** On a case that holds what is protected. */
export const onSensitiveCases: readonly GivenByTwo[] = [
  [flagSensitive, officers, 'sensitivity', flag, (at) => at.screening()],
  [liftFlag, officers, 'sensitivity/lifting', { reasons }, (at) => at.flagged()],
  [lockCase, officers, 'lock', { reasons }, (at) => at.screening()],
  [unlockCase, officers, 'lock/lifting', { reasons }, (at) => at.locked()],
];
