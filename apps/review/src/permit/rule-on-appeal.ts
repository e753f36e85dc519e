import { actorId, type Context, refuse } from '@hub/decider';
import { nextVersion } from './next-version.js';
import { type Sealing, slice } from './permit.js';

export interface RuleOnAppeal {
  readonly ruling: 'APPROVED' | 'REJECTED';
  readonly reasons: string;
}

/** Somebody else than who revoked rules; a won appeal reinstates the permit as a new version, at once. */
export const ruleOnAppeal = slice({
  name: 'rule-on-appeal',
  by: ['authority'],
  in: ['REVOKE_APPEALED'],
  decide({ ruling, reasons }: RuleOnAppeal, state, { actor, now, ...sealing }: Context & Sealing) {
    const by = actorId(actor);
    if (by === state.revokedBy) return refuse('ruling-on-own-revocation');
    const facts = { at: now.toISOString(), by, reasons };
    if (ruling === 'REJECTED') return [{ type: 'revocation-upheld', ...facts }];
    return [{ type: 'reinstated', ...facts, ...nextVersion(state, state.content, { now, ...sealing }) }];
  },
});
