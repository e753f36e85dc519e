import { createHash } from 'node:crypto';
import { dueInstant } from '../clocks/running.js';
import { groundsOf } from '../finding/finding.js';
import { contentOf } from '../permit/content-of.js';
import { documentOf } from '../permit/document.js';
import { canonicalBytes } from '../permit/seal.js';
import type { DocumentKindName } from '../template/kinds.js';
import type { TemplateRef } from '../template/templates.js';
import type { AfterDecision } from './decision.states.js';

/** What can be done about a decision. */
export type Answer = 'accept-decision' | 'decline-decision' | 'appeal-decision';

/**
 * What was decided, why, and how to answer, for the applicant. The same for national and cross-border cases; a positive
 * one shows what the permit will say, unsigned (TEHDAS2 D6.4, R9.2).
 */
export function decisionCardOf(caseId: string, state: AfterDecision, template: TemplateRef) {
  const { file, decision } = state;
  const { id, version, title, permit } = file.procedure;
  return {
    format: 'urn:hub:decision-card:v1',
    template,
    ...{ id: decisionIdOf(caseId, decision.at), caseId, applicationId: file.applicationId },
    procedure: { id, version, title },
    authority: permit ? { id: permit.authorityId, name: permit.authorityName } : null,
    outcome: decision.decision === 'AUTHORISED' ? ('POSITIVE' as const) : ('NEGATIVE' as const),
    status: state.status,
    decidedAt: decision.at,
    tacit: decision.tacit,
    reasons: decision.reasons ?? null,
    ...(decision.findings && { findings: groundsOf(file.procedure, decision.findings) }),
    datasets: decision.datasets ?? null,
    conditions: [...(permit?.conditions ?? []), ...decision.conditions],
    validity: decision.validity ?? null,
    ...(decision.terms && { terms: decision.terms }),
    fees: file.fees ? { currency: file.fees.currency, cents: file.fees.totalCents, lines: file.fees.lines } : null,
    // The grounds of an appeal and the ruling on it, with its reasons.
    appeal: state.appeal ?? null,
    answers: answersOf(state),
    preview: previewOf(caseId, state),
  };
}

export type DecisionCard = ReturnType<typeof decisionCardOf>;

/** Which document tells of the decision, and since when it says what it says. */
export function cardKindOf({ file, decision, appeal }: AfterDecision): { kind: DocumentKindName; at: Date } {
  const at = new Date(decision.at);
  if (decision.decision === 'AUTHORISED') {
    return { kind: file.procedure.decision.outcome === 'STATISTICS' ? 'STATISTICS_DECISION' : 'POSITIVE_DECISION', at };
  }
  const ruling = appeal?.ruling;
  return ruling ? { kind: 'APPEAL_RULING', at: new Date(ruling.at) } : { kind: 'NEGATIVE_DECISION', at };
}

/** A case can be decided twice, when an appeal is won: the instant tells the two apart. */
export const decisionIdOf = (caseId: string, at: string): string =>
  `D-${createHash('sha256').update(canonicalBytes({ caseId, at })).digest('hex').slice(0, 20)}`;

/** What the applicant can do, until when; nothing once they have answered or time is up. */
function answersOf({ status, file: { clocks } }: AfterDecision): { answer: Answer; until: string | null }[] {
  if (status === 'POSITIVE_DECISION_ISSUED') {
    const until = dueInstant(clocks, 'ACCEPTANCE') ?? null;
    return [
      { answer: 'accept-decision', until },
      { answer: 'decline-decision', until },
    ];
  }
  if (status !== 'NEGATIVE_DECISION_ISSUED') return [];
  return [
    { answer: 'accept-decision', until: null },
    { answer: 'appeal-decision', until: dueInstant(clocks, 'APPEAL') ?? null },
  ];
}

function previewOf(caseId: string, state: AfterDecision) {
  const content = contentOf(caseId, state);
  if (!content) return null;
  // Number, version and time of issue belong to a permit, which this is not.
  const { data, purposes, use, persons, validity, conditions, ...document } = documentOf(content, {
    ...{ baseId: '', version: 1, at: state.decision.at, template: { id: '', version: 0 } },
  });
  const { holder, optOut, workspaceTools, fees } = document;
  return {
    ...{ holder, data, purposes, persons, validity, conditions },
    ...(use && { use }),
    ...(optOut && { optOut }),
    ...(workspaceTools && { workspaceTools }),
    ...(fees && { fees }),
  };
}
