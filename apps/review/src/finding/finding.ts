import { firstRefusal, type Refusal, refuse } from '@hub/decider';
import type { Procedure } from '@hub/procedures';
import type { CaseFile } from '../case/case.js';

export const findingOutcomes = ['MET', 'NOT_MET', 'NOT_APPLICABLE'] as const;

/** What an assessor found on one criterion of the procedure, and why. */
export interface Finding {
  readonly at: string;
  readonly by: string;
  /** Of an assessor of a trusted data holder. */
  readonly holderId?: string;
  readonly criterion: string;
  readonly finding: (typeof findingOutcomes)[number];
  readonly reasons: string;
}

/** What is found of each criterion: a later finding has taken the place of an earlier one. */
export const standing = (findings: readonly Finding[] = []): readonly Finding[] =>
  findings.filter(({ criterion }, index) => !findings.slice(index + 1).some((later) => later.criterion === criterion));

export type FindingRefusal = 'criterion-unknown' | 'findings-missing' | 'criteria-not-met';

/** A positive decision needs a finding on every criterion, and none that is not met (Regulation (EU) 2025/327, art. 68(3)). */
export function unmet({ procedure: { criteria = [] }, findings }: CaseFile): Refusal<FindingRefusal> | undefined {
  const found = new Map(standing(findings).map(({ criterion, finding }) => [criterion, finding]));
  const keys = criteria.map(({ key }) => key);
  return firstRefusal<FindingRefusal>(
    naming(
      keys.filter((key) => !found.has(key)),
      'findings-missing',
    ),
    naming(
      keys.filter((key) => found.get(key) === 'NOT_MET'),
      'criteria-not-met',
    ),
  );
}

const naming = (criteria: readonly string[], code: FindingRefusal) =>
  criteria.length > 0 ? refuse(code, { criteria }) : undefined;

/** The criteria with what is found of each, as those read it who assess: with its author and what it took the place of. */
export const findingsForStaff = ({ procedure: { criteria = [] }, findings = [] }: CaseFile) =>
  criteria.map((criterion) => {
    const history = findings.filter((one) => one.criterion === criterion.key).map(withoutCriterion);
    return { ...criterion, found: history.at(-1) ?? null, superseded: history.slice(0, -1) };
  });

const withoutCriterion = ({ criterion: _key, ...finding }: Finding) => finding;

/** What a decision rests on, for whoever reads the decision: the organisation speaks, not the person. */
export const groundsOf = ({ criteria = [] }: Procedure, findings: readonly Finding[]) =>
  criteria.flatMap(({ key, ...criterion }) => {
    const found = findings.find((one) => one.criterion === key);
    return found ? [{ ...criterion, criterion: key, finding: found.finding, reasons: found.reasons }] : [];
  });
