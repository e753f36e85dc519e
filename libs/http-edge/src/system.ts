import { Clock, Ids } from '@hub/decider';
import { v7 } from 'uuid';

/** The one place where production reads the time. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** UUID version 7: in order of time, so that indexes grow at one end. */
export class SystemIds extends Ids {
  next(): string {
    return v7();
  }
}
