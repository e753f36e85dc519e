import { refuse } from '@hub/decider';
import type { ClockName } from '@hub/procedures';
import { slice } from './case.js';
import { isNotDue } from './time-is-up.js';

/** A file that stayed incomplete after the applicant had their window. */
export const rejectIncomplete = slice({
  name: 'reject-incomplete',
  by: ['officer'],
  in: ['PRE_SCREENING'],
  decide: ({ reasons }: { reasons: string }, { file }, { now }) =>
    file.requests.length === 0
      ? refuse('never-asked')
      : [{ type: 'rejected-incomplete', at: now.toISOString(), silent: false, reasons }],
});

/** The window closed without an answer. */
export const rejectAfterSilence = slice({
  name: 'reject-after-silence',
  by: ['system'],
  in: ['AWAITING_ADDITIONAL_INFORMATION'],
  decide: ({ clock, dueAt }: { clock: ClockName; dueAt: string }, { file }, { now }) =>
    isNotDue(file, clock, dueAt, now) ?? [{ type: 'rejected-incomplete', at: dueAt, silent: true }],
});
