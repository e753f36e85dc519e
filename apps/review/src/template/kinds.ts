import type { DocumentKind } from '@hub/pdf/template';

/** What is permitted, to whom and for how long. Content per Regulation (EU) 2025/327, art. 68(10). */
const content = {
  datasets: ['dataset', 'table', 'columns'],
  /** Of Regulation (EU) 2025/327, art. 51(1). */
  categories: ['dataset', 'categories'],
  format: 'text',
  periodFrom: 'text',
  periodUntil: 'text',
  population: 'text',
  /** The instant whose opt-outs count: one of the two, or neither in older permits. */
  optOutRespectedAt: 'text',
  optOutSetAsideAt: 'text',
  /** Of an exception. */
  optOutReasons: 'text',
  purposes: ['purpose'],
  /** The purpose in detail. */
  uses: ['aspect', 'value'],
  persons: ['person', 'organisation', 'role'],
  validFrom: 'text',
  validUntil: 'text',
  tools: 'text',
  fees: 'text',
  conditions: ['condition'],
  points: ['point'],
} as const;

/** What a reader compares a copy with. */
const proof = { sha256: 'text', keyId: 'text', signature: 'text' } as const;

const common = {
  id: 'text',
  authority: 'text',
  application: 'text',
  procedure: 'text',
  decidedAt: 'text',
  tacit: 'flag',
  ...content,
  ...proof,
} as const;

export const permitPlaceholders = {
  ...common,
  baseId: 'text',
  version: 'text',
  replaces: 'text',
  issuedAt: 'text',
  authorityId: 'text',
  holder: 'text',
} as const;

export const cardPlaceholders = {
  ...common,
  reasons: 'text',
  /** What the decision rests on, where its procedure has criteria. */
  findings: ['criterion', 'article', 'finding', 'reasons'],
  /** Dataset by dataset, where some were granted and others refused. */
  decisions: ['dataset', 'decision', 'reasons'],
  /** Each with one of the first three, and until when where there is a limit. */
  answers: ['accept', 'decline', 'appeal', 'until'],
  grounds: 'text',
  ruledAt: 'text',
  won: 'flag',
  rulingReasons: 'text',
  preview: 'flag',
  /** On what terms statistics are delivered, where they were stated; their purposes are `purposes`. */
  anonymisation: 'text',
  accessRoute: 'text',
  safeguards: ['safeguard'],
} as const;

const identified = ['id', 'authority', 'application', 'decidedAt', 'reasons', 'sha256', 'keyId', 'signature'];

/** The documents that are made by templates: what each may say, and what it must. */
export const documentKinds = {
  PERMIT: {
    placeholders: permitPlaceholders,
    mandatory: [
      ...['id', 'authority', 'holder', 'issuedAt', 'datasets', 'datasets.dataset', 'datasets.columns', 'format'],
      ...['purposes', 'optOutSetAsideAt', 'persons', 'persons.person', 'persons.role', 'validFrom', 'validUntil'],
      ...['tools', 'fees', 'conditions', 'points', 'sha256', 'keyId', 'signature'],
    ],
  },
  POSITIVE_DECISION: {
    placeholders: cardPlaceholders,
    mandatory: [
      ...[...identified, 'decisions', 'decisions.reasons', 'answers', 'answers.accept', 'answers.decline'],
      ...['answers.until', 'datasets', 'purposes', 'persons', 'validFrom', 'conditions'],
    ],
  },
  NEGATIVE_DECISION: {
    placeholders: cardPlaceholders,
    mandatory: [...identified, 'answers', 'answers.appeal', 'answers.until'],
  },
  APPEAL_RULING: {
    placeholders: cardPlaceholders,
    mandatory: [...identified, 'grounds', 'ruledAt', 'rulingReasons'],
  },
  STATISTICS_DECISION: { placeholders: cardPlaceholders, mandatory: [...identified, 'conditions', 'fees'] },
} as const satisfies Readonly<Record<string, DocumentKind>>;

export type DocumentKindName = keyof typeof documentKinds;
