import {
  type Actor,
  type Aggregate,
  allowed,
  fold,
  isRefusal,
  type Slice,
  storyTime,
  system,
  tell,
} from '@hub/decider';
import type { ClockName, Procedures } from '@hub/procedures';
import { dueInstant } from '../clocks/running.js';
import type { CaseEvent } from './case.events.js';
import { type Case, isOpened, reviewCaseUnder } from './case.js';
import { commands } from './commands.js';
import { type OpenCase, openCase } from './open-case.js';
import type { CaseRelation } from './relations.js';

/** A case that goes on from command to command: for stories longer than one order. */
export class Story {
  private readonly aggregate: Aggregate<Case, CaseEvent, CaseRelation>;

  private constructor(
    private readonly procedures: Procedures,
    readonly events: CaseEvent[],
  ) {
    this.aggregate = reviewCaseUnder(procedures);
  }

  static of(submission: OpenCase, procedures: Procedures): Story {
    return new Story(procedures, []).then(openCase, submission, system('review'));
  }

  get state(): Case {
    return fold(this.aggregate as never, this.events as never[]).state as Case;
  }

  when<Command, Facts, Code extends string>(
    slice: Slice<Command, Case, CaseEvent, CaseRelation, Facts, Code>,
    command: Command,
    actor: Actor,
    now: Date = storyTime,
  ) {
    const facts = { actor, now, procedures: this.procedures };
    return tell(this.aggregate, commands)
      .given(...this.events)
      .when(slice, command, facts as never);
  }

  /** The order must be carried out. */
  then<Command, Facts, Code extends string>(
    slice: Slice<Command, Case, CaseEvent, CaseRelation, Facts, Code>,
    command: Command,
    actor: Actor,
    now: Date = storyTime,
  ): Story {
    const { outcome } = this.when(slice, command, actor, now);
    if (isRefusal(outcome))
      throw new Error(`${slice.name} refused: ${outcome.refused} ${JSON.stringify(outcome.detail)}`);
    return new Story(this.procedures, [...this.events, ...(outcome as readonly CaseEvent[])]);
  }

  is(expected: object): Story {
    expect(this.state).toMatchObject(expected);
    return this;
  }

  types(): string[] {
    return this.events.map(({ type }) => type);
  }

  due(clock: ClockName): string | undefined {
    const { state } = this;
    return isOpened(state) ? dueInstant(state.file.clocks, clock) : undefined;
  }

  allowed(actor: Actor): string[] {
    return allowed(this.aggregate, commands, this.state, actor);
  }
}
