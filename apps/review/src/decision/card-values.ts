import type { ValuesOf } from '@hub/pdf/template';
import { contentValues } from '../permit/permit-values.js';
import { fingerprintOf, type Signed } from '../permit/seal.js';
import { amount, inWords, type Language } from '../template/code-words.js';
import type { cardPlaceholders } from '../template/kinds.js';
import type { Answer, DecisionCard } from './decision-card.js';
import type { DecidedTerms } from './delivery-terms.js';

type CardValues = ValuesOf<typeof cardPlaceholders>;

const nothingPermitted = {
  ...{ data: { datasets: [], period: { from: '', to: '' }, population: null }, validity: { from: '', until: '' } },
  ...{ purposes: [], persons: [], conditions: [] },
};

/** What a template can say of a decision; where the decision is positive, with what the permit will say. */
export function cardValues({ document: card, signature, keyId }: Signed<DecisionCard>, language: Language): CardValues {
  const { appeal, preview, terms, conditions } = card;
  return {
    ...contentValues(
      { ...nothingPermitted, ...(preview ?? { conditions, purposes: terms?.purposes ?? [] }) },
      language,
    ),
    ...termsValues(terms, language),
    ...{ id: card.id, authority: card.authority?.name ?? '', application: card.applicationId },
    ...{ procedure: card.procedure.title[language], decidedAt: card.decidedAt, tacit: card.tacit },
    reasons: card.reasons ?? '',
    fees: card.fees ? amount(card.fees, language) : '',
    findings: (card.findings ?? []).map(({ article, finding, reasons, ...criterion }) => ({
      ...{ criterion: criterion[language], article, finding: inWords(finding, language), reasons },
    })),
    decisions: (card.datasets ?? []).map(({ datasetId: dataset, decision, reasons = '' }) => ({
      ...{ dataset, decision: inWords(decision, language), reasons },
    })),
    answers: card.answers.map(({ answer, until }) => ({ ...ways(answer), until: until ?? '' })),
    ...{ grounds: appeal?.grounds ?? '', ruledAt: appeal?.ruling?.at ?? '' },
    ...{ won: appeal?.ruling?.ruling === 'APPROVED', rulingReasons: appeal?.ruling?.reasons ?? '' },
    preview: preview !== null,
    ...{ sha256: fingerprintOf(card), keyId, signature },
  };
}

const termsValues = (terms: DecidedTerms | undefined, language: Language) => ({
  anonymisation: terms ? inWords(terms.anonymisation, language) : '',
  accessRoute: terms ? inWords(terms.accessRoute, language) : '',
  safeguards: (terms?.safeguards ?? []).map((safeguard) => ({ safeguard })),
});

const ways = (answer: Answer) => ({
  accept: answer === 'accept-decision',
  decline: answer === 'decline-decision',
  appeal: answer === 'appeal-decision',
});
