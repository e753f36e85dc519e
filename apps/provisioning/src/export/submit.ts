import { type Context, type Person, refuse } from '@hub/decider';
import { type BoundFile, type Checks, exportSlice, type Justification } from './export.js';

export interface Submission extends Justification {
  readonly workspaceId: string;
  readonly file: BoundFile;
}

/** What is known besides the request: who works in the workspace, and what the checks said of the bytes. */
export interface SubmissionFacts {
  readonly memberIds: readonly string[];
  readonly checks: Checks;
}

/** A member asks that a result may leave. The automatic checks decide at once whether people need to look. */
export const submit = exportSlice({
  name: 'submit',
  by: ['member'],
  in: ['ABSENT'],
  decide(
    { workspaceId, file, title, context, declared }: Submission,
    _state,
    { actor, memberIds, checks }: Context & SubmissionFacts,
  ) {
    const requester = actor as Person;
    if (file.rows === 0) return refuse('nothing-to-export');
    return [
      {
        type: 'submitted',
        workspaceId,
        requesterId: requester.id,
        organisationId: requester.organisation,
        memberIds,
        file,
        title,
        context,
        declared,
      },
      { type: 'checked', checks },
    ];
  },
});

/** The requester answers the checkers with another file. */
export const resubmit = exportSlice({
  name: 'resubmit',
  by: ['requester'],
  in: ['CHANGES_REQUESTED'],
  decide: ({ file, title, context, declared }: Submission, _state, { checks }: SubmissionFacts) => [
    { type: 'resubmitted', file, title, context, declared },
    { type: 'checked', checks },
  ],
});

export const withdraw = exportSlice({
  name: 'withdraw',
  by: ['requester'],
  in: ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED'],
  decide: (_command: object) => [{ type: 'withdrawn' }],
});
