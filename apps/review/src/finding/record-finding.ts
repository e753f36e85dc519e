import { type Context, type Person, type Refusal, refuse } from '@hub/decider';
import type { Happening } from '../case/case.events.js';
import { type CaseFile, slice } from '../case/case.js';
import type { Finding, FindingRefusal } from './finding.js';

export type RecordFinding = Pick<Finding, 'criterion' | 'finding' | 'reasons'>;

/** The body assesses, on the way to its decision and anew where its refusal is appealed. */
export const recordFinding = slice({
  name: 'record-finding',
  by: ['officer', 'authority'],
  in: ['AUTHORITY_REVIEW', 'NEGATIVE_DECISION_APPEALED'],
  offered: hasCriteria,
  decide: (command: RecordFinding, { file }, { actor, now }) => found(file, command, (actor as Person).id, now),
});

/** A trusted data holder assesses as well, while the case is with it. */
export const recordHoldersFinding = slice({
  name: 'record-holders-finding',
  by: ['holder'],
  in: ['HOLDER_ASSESSMENT'],
  offered: hasCriteria,
  decide: (command: RecordFinding, { file }, { actor, now }) => {
    const { id, organisation: holderId } = actor as Person; // only people are `holder`
    return found(file, command, id, now, { holderId });
  },
});

function hasCriteria({ file }: { file: CaseFile }): boolean {
  return (file.procedure.criteria ?? []).length > 0;
}

function found(
  { procedure: { criteria = [] } }: CaseFile,
  { criterion, finding, reasons }: RecordFinding,
  by: string,
  now: Context['now'],
  holder: Pick<Finding, 'holderId'> = {},
): readonly Happening<'finding-recorded'>[] | Refusal<FindingRefusal> {
  const known = criteria.map(({ key }) => key);
  if (!known.includes(criterion)) return refuse('criterion-unknown', { criterion, known });
  return [{ type: 'finding-recorded', at: now.toISOString(), by, ...holder, criterion, finding, reasons }];
}
