/** Where the time comes from. Production reads it in one place; tests move it. */
export abstract class Clock {
  abstract now(): Date;
}

/** Where identifiers come from: UUIDs in production, predictable ones in tests. */
export abstract class Ids {
  abstract next(): string;
}
