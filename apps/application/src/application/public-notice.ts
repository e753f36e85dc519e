import { civilDayAt, isoDay } from '@hub/clock';
import { type Bilingual, fieldsOf } from '../form/form.js';
import type { Forms } from '../form/forms.js';
import { type Application, hasContent, type WithContent } from './application.js';

export interface PublicPurpose extends Bilingual {
  readonly purpose: string;
}

/** What everybody may read of an application that was received; nothing else of it is public. */
export interface PublicNotice {
  readonly id: string;
  readonly status: string;
  readonly procedure: string;
  readonly organisationId: string;
  readonly receivedOn: string;
  readonly datasets: readonly string[];
  readonly projectName: string | null;
  readonly purposes: readonly PublicPurpose[];
  readonly summaryConfidential: boolean;
  readonly laySummary: string | null;
  readonly confidentialityGround: string | null;
}

/**
 * The notice of reception (Regulation (EU) 2025/327, art. 57(1)(j)): the answers of the form's public section, the
 * organisation and the datasets; no person. Nothing before the application is submitted.
 */
export function publicNoticeOf(
  forms: Forms,
  id: string,
  state: Application,
  zone = 'Europe/Paris',
): PublicNotice | undefined {
  if (!hasContent(state) || state.status === 'DRAFT' || !state.submittedAt) return undefined;
  const confidential = keepsSummaryConfidential(state) || settled(state, 'summaryConfidential') === undefined;
  return {
    id,
    status: state.status,
    procedure: state.procedure,
    organisationId: state.organisationId,
    receivedOn: isoDay(civilDayAt(new Date(state.submittedAt), zone)),
    datasets: (state.basket?.datasets ?? []).map(({ datasetId }) => datasetId),
    projectName: text(state, 'projectName'),
    purposes: purposesOf(forms, state),
    summaryConfidential: confidential,
    laySummary: confidential ? null : text(state, 'laySummary'),
    confidentialityGround: confidential ? text(state, 'confidentialityGround') : null,
  };
}

/** Fails closed: only a clear "no, not confidential" makes the lay summary public. */
export const keepsSummaryConfidential = ({ answers }: Pick<WithContent, 'answers'>): boolean =>
  answers['publicInformation.summaryConfidential'] !== false;

/** An answer as it was sent: one that is being changed for a request is not shown before it is sent again. */
function settled(state: WithContent, key: string) {
  const name = `publicInformation.${key}`;
  const changing = state.status === 'AWAITING_ADDITIONAL_INFORMATION' && state.request.changed.includes(name);
  return changing ? undefined : state.answers[name];
}

function text(state: WithContent, key: string): string | null {
  const answer = settled(state, key);
  return typeof answer === 'string' && answer !== '' ? answer : null;
}

function purposesOf(forms: Forms, state: WithContent): PublicPurpose[] {
  const chosen = settled(state, 'purposes');
  const field = fieldsOf(forms.of(state)).find(([name]) => name === 'publicInformation.purposes')?.[1];
  if (!Array.isArray(chosen) || field?.kind !== 'choices') return [];
  return field.options
    .filter(({ value }) => chosen.includes(value))
    .map(({ value, en, fr }) => ({ purpose: value, en, fr }));
}
