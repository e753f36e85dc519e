import { isRefusal, type Refusal } from '@hub/decider';

/** A reaction that a rule refuses is a fault: it goes to the dead letters, not into silence. */
export function accepted<Answer>(outcome: Answer | Refusal): Answer {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}
