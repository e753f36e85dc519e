import { type Context, isRefusal, type Refusal, refuse } from '@hub/decider';
import { type Procedure, type Procedures, phaseOf } from '@hub/procedures';
import { retimed } from '../clocks/retimed.js';
import { entries } from '../clocks/running.js';
import { type CaseFile, phaseReached, slice, underReview } from './case.js';
import type { CaseRefusal } from './case.refusals.js';
import { timeIsUp } from './time-is-up.js';

export interface ChangeTrack {
  /** The procedure whose limits apply from now on. */
  readonly track: string;
  /** Why it applies: for the accelerated one, what public-health body asks and on what mandate. */
  readonly reasons: string;
}

/**
 * The officer finds that the other track applies (Regulation (EU) 2025/327, art. 68(6)): the case goes on where it
 * stands, and what runs is counted under the other declaration from the instant at which it began.
 */
export const changeTrack = slice({
  name: 'change-track',
  by: ['officer'],
  in: underReview,
  offered: ({ file }) => (file.procedure.tracks ?? []).length > 0,
  decide({ track, reasons }: ChangeTrack, state, { now, procedures }: Context & { readonly procedures: Procedures }) {
    const { file } = state;
    const to = trackOf(file.procedure, track, procedures);
    if (isRefusal(to)) return to;
    const phase = phaseReached(state);
    if (!phaseOf(to, phase)) return refuse('not-a-track', { track, tracks: file.procedure.tracks });
    const late = silenceSpoke(file, now);
    if (late) return late;
    const { id, version } = to;
    const clocks = retimed(file, phase, to, now);
    return [{ type: 'track-changed', at: now.toISOString(), procedure: { id, version }, reasons, clocks }];
  },
});

function trackOf(from: Procedure, track: string, procedures: Procedures): Procedure | Refusal<CaseRefusal> {
  if (track === from.id) return refuse('same-procedure', { procedure: track });
  const to = procedures.newest(track);
  const mutual = from.tracks?.includes(track) && to?.tracks?.includes(from.id);
  return to && mutual ? to : refuse('not-a-track', { track, tracks: from.tracks ?? [] });
}

const silenceSpoke = (file: CaseFile, now: Date) =>
  entries(file.clocks)
    .map(([name]) => timeIsUp(file, name, now))
    .find((refusal) => refusal !== undefined);
