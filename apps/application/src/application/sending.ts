import { firstRefusal, type Refusal, refuse } from '@hub/decider';
import { noInfectedFileIsSent, type ScanFacts } from '../attachment/infected-files.js';
import { completeness } from '../form/completeness.js';
import type { RefusalCode } from '../refusals.js';
import type { Content } from './application.js';
import type { FormFacts } from './draft.js';

/** Why an application cannot be sent as it is: everything missing or wrong at once, then infected files. */
export const notReadyToSend = (content: Content, facts: FormFacts & ScanFacts): Refusal<RefusalCode> | undefined =>
  firstRefusal(everythingIsAnswered(content, facts), noInfectedFileIsSent(content.attachments, facts));

function everythingIsAnswered(content: Content, { forms }: FormFacts) {
  const errors = completeness(forms.of(content), content.answers, content.basket !== undefined).flatMap(
    (section) => section.errors,
  );
  return errors.length > 0 ? refuse('incomplete', { errors }) : undefined;
}
