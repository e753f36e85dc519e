import { Clock } from '@hub/decider';

/** A clock that moves only when told to. */
export class MovedClock extends Clock {
  constructor(private at: Date = new Date('2026-03-02T09:00:00.000Z')) {
    super();
  }

  now(): Date {
    return this.at;
  }

  moveTo(at: Date): void {
    this.at = at;
  }

  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}
