import { type Facts, recipientsOf } from '../facts/recipients.js';
import { applies, at, type Rule } from '../rules/rule.js';
import { type About, type Content, contentOf } from './render.js';

/** A notice that is to be given: to whom, and what it says. */
export interface PlannedNotice {
  readonly personId: string;
  readonly kind: 'task' | 'status';
  readonly dueAt: Date | null;
  readonly content: Content;
}

/** The notices that follow from an event: at most one for each person, by the first rule that reaches them. */
export function noticesOf(
  rules: readonly Rule[],
  facts: Facts,
  data: unknown,
  about: About,
  portal: string,
): PlannedNotice[] {
  const planned = new Map<string, PlannedNotice>();
  for (const rule of rules.filter((one) => applies(one, data))) {
    const due = rule.due === undefined ? undefined : at(data, rule.due);
    const dueAt = typeof due === 'string' ? new Date(due) : null;
    const kind = rule.task ? 'task' : 'status';
    const content = contentOf(rule, about, dueAt, portal, data);
    for (const personId of recipientsOf(rule, facts, data)) {
      if (!planned.has(personId)) planned.set(personId, { personId, kind, dueAt, content });
    }
  }
  return [...planned.values()];
}
