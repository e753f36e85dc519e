import type { Context } from '@hub/decider';
import { type DraftPolicy, expiryOf } from '../expiry/draft-policy.js';
import { slice } from './application.js';

export interface IdleDraft {
  readonly lastChange: Date;
}

export interface PolicyFacts {
  readonly policy: DraftPolicy;
}

/** Nobody has changed the draft for long: its people are told when it expires. Any change takes that back. */
export const noticeExpiry = slice({
  name: 'notice-expiry',
  by: ['system'],
  in: ['DRAFT'],
  decide: ({ lastChange }: IdleDraft, state, { now, policy }: Context & PolicyFacts) =>
    state.expiresAt ? [] : [{ type: 'draft-expiring', expiresAt: expiryOf(policy, lastChange, now) }],
});

/** The notice was given and nothing happened since: the draft ends. */
export const expireDraft = slice({
  name: 'expire',
  by: ['system'],
  in: ['DRAFT'],
  decide: (_command: object, { expiresAt, leadId, organisationId }, { now }) =>
    expiresAt && expiresAt <= now.toISOString() ? [{ type: 'draft-expired', leadId, organisationId }] : [],
});
