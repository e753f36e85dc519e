import { type Refusal, refuse } from '@hub/decider';
import type { Finding } from '../description/finding.js';

/** All blocking findings at once, with the names of the properties for the sentence. */
export function incomplete(findings: readonly Finding[]): Refusal<'incomplete'> {
  const blocking = findings.filter((each) => each.level === 'blocking');
  const missing = [...new Set(blocking.map((each) => each.property ?? each.code))];
  return refuse('incomplete', { missing, findings: blocking });
}
