import { internalClocks, isInternal } from './internal-limits.js';
import { type ClockName, type Procedure, phaseOf } from './procedure.js';

/** What a declaration says that cannot be carried out, in words for who wrote it. */
export type Inconsistency = string;

/** Whether a declaration holds together: run over every declaration, so that a new one fails in its test, not in a case. */
export function inconsistenciesOf(procedure: Procedure): Inconsistency[] {
  const { phases, clocks, decision, permit } = procedure;
  const names = phases.map(({ name }) => name);
  const needed: ClockName[] = phases.flatMap(({ clock }) => clock ?? []);
  if (phases.some(({ informationRequests }) => informationRequests > 0)) needed.push('INFORMATION');
  if (decision.acceptance) needed.push('ACCEPTANCE');
  if (decision.appeal) needed.push('APPEAL');
  if (decision.outcome === 'STATISTICS') needed.push('STATISTICS_ANSWER');
  const choice = names.indexOf('APPLICANT_CHOICE');
  return [
    ...(names[0] === 'PRE_SCREENING' ? [] : ['it begins with PRE_SCREENING']),
    ...(new Set(names).size === names.length ? [] : ['a phase stands twice']),
    ...needed.filter((name) => !clocks[name]).map((name) => `it names the clock ${name} and does not declare it`),
    ...(phaseOf(procedure, 'COMMITTEE_REVIEW') && !procedure.committee ? ['it has a committee without rules'] : []),
    ...(choice >= 0 && names[choice - 1] !== 'COMMITTEE_REVIEW' ? ['APPLICANT_CHOICE follows COMMITTEE_REVIEW'] : []),
    ...(choice >= 0 && names[choice + 1] !== 'AUTHORITY_REVIEW' ? ['AUTHORITY_REVIEW follows APPLICANT_CHOICE'] : []),
    ...(names.slice(0, -1).includes('AUTHORITY_REVIEW') ? ['AUTHORITY_REVIEW is the last phase'] : []),
    ...(decision.outcome === 'PERMIT' && !procedure.permit ? ['its outcome is a permit without rules'] : []),
    ...(permit && !/^[A-Z]{2,10}$/.test(permit.authorityCode)
      ? ['the numbers of its permits begin with 2 to 10 capital letters (authorityCode)']
      : []),
    ...(decision.outcome !== 'REGISTRATION' && !phaseOf(procedure, 'AUTHORITY_REVIEW')
      ? ['nobody decides: AUTHORITY_REVIEW is missing']
      : []),
    ...Object.entries(clocks)
      .filter(([, { limit, extendedBy }]) => (limit.extension !== undefined) !== (extendedBy !== undefined))
      .map(([name]) => `the clock ${name} says who extends it if and only if it can be extended`),
    ...Object.entries(clocks)
      .filter(([name, { onSilence }]) => isInternal(name) && onSilence !== 'OVERDUE')
      .map(([name]) => `the internal clock ${name} is only shown when it is over: OVERDUE`),
    ...Object.entries(internalClocks)
      .filter(([phase, name]) => clocks[name] && !names.some((one) => one === phase))
      .map(([phase, name]) => `the internal clock ${name} runs in ${phase}, which is no phase of it`),
  ];
}
