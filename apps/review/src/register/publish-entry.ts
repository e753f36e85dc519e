import { type Context, firstRefusal, refuse } from '@hub/decider';
import { type Opened, relationsOfCase } from './case-facts.js';
import { type Entry, slice, type Texts } from './entry.js';
import { isDecided, type Kind } from './kind.js';
import { tooLong } from './plain-words.js';
import type { RegisterRefusal } from './register.refusals.js';

/** What the rule must know of the case. */
export interface CaseFacts {
  readonly caseId: string;
  readonly state: Opened;
  readonly kind: Kind;
  readonly summaryConfidential: boolean;
}

/**
 * The officer publishes what the public reads: at the reception, and again within 30 working days of the decision
 * (Regulation (EU) 2025/327, art. 57(1)(j)). The same command corrects; the history shows what changed when.
 */
export const publishEntry = slice({
  name: 'publish-entry',
  by: ['officer'],
  in: ['ABSENT', 'PUBLISHED'],
  decide(texts: Texts, state, { now, actor, ...facts }: Context & CaseFacts) {
    const refused = refusal(texts, state, facts, relationsOfCase(facts.state, actor).includes('officer'));
    if (refused) return refused;
    return [
      { type: 'published', at: now.toISOString(), caseId: facts.caseId, texts, changed: changedIn(texts, state) },
    ];
  },
});

type Facts = Pick<CaseFacts, 'kind' | 'summaryConfidential'>;

const refusal = (texts: Texts, state: Entry, { kind, summaryConfidential }: Facts, isOfficer: boolean) =>
  firstRefusal<RegisterRefusal>(
    isOfficer ? undefined : refuse('own-project'),
    summaryConfidential && texts.summary ? refuse('summary-is-confidential') : undefined,
    (texts.summary === undefined) === (texts.confidentialityGround === undefined)
      ? refuse('summary-or-ground')
      : undefined,
    texts.decision && kind === 'APPLICATION' ? refuse('not-decided-yet') : undefined,
    isDecided(kind) && !texts.decision ? refuse('decision-words-missing') : undefined,
    tooLong('summary', texts.summary),
    changedIn(texts, state).length === 0 ? refuse('nothing-changed') : undefined,
  );

const names = ['title', 'summary', 'confidentialityGround', 'decision'] as const;

function changedIn(texts: Texts, state: Entry): (keyof Texts)[] {
  const before: Partial<Texts> = state.status === 'PUBLISHED' ? state.texts : {};
  return names.filter((name) => texts[name]?.fr !== before[name]?.fr || texts[name]?.en !== before[name]?.en);
}
