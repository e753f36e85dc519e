import type { PdfDocument } from '@hub/pdf';
import { documentFrom, type Template } from '@hub/pdf/template';
import type { Seal, Signed } from '../permit/seal.js';
import type { Language } from '../template/code-words.js';
import { refOf, type Templates } from '../template/templates.js';
import { cardValues } from './card-values.js';
import type { AfterDecision } from './decision.states.js';
import { cardKindOf, type DecisionCard, decisionCardOf } from './decision-card.js';

export interface IssuedCard {
  readonly signed: Signed<DecisionCard>;
  readonly template: Template;
}

/** The card of a decision by the template in force when it was made, which the signature covers by name and version. */
export function issueCard(
  caseId: string,
  state: AfterDecision,
  { seal, templates }: { readonly seal: Seal; readonly templates: Templates },
): IssuedCard {
  const { kind, at } = cardKindOf(state);
  const template = templates.inForce(kind, at);
  return { signed: seal(decisionCardOf(caseId, state, refOf(template))), template };
}

export const cardOnPaper = ({ signed, template }: IssuedCard, language: Language): PdfDocument =>
  documentFrom(template, cardValues(signed, language), language, new Date(signed.document.decidedAt));
