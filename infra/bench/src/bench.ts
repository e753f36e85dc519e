import type { CleanUp } from './clean-up.js';

/** A figure taken several times, and what it has to reach. */
export interface Measure {
  readonly what: string;
  readonly unit: string;
  /** One value a run. */
  readonly values: readonly number[];
  readonly goal?: Goal;
}

export interface Goal {
  readonly must: 'at least' | 'at most';
  readonly value: number;
}

export interface Report {
  readonly measures: readonly Measure[];
  /** What keeps the figures from being better: observed, not guessed. */
  readonly limits: readonly string[];
}

/** How large and how often; what a bench reads of the command line. */
export interface Setting {
  /** Small sizes, one run: shows that the bench works, not how fast the hub is. */
  readonly quick: boolean;
  readonly runs: number;
  readonly events: number;
  readonly datasets: number;
  readonly rows: number;
  readonly applications: number;
  readonly minutes: number;
  /** Everything that a bench writes goes below this folder. */
  readonly folder: string;
  readonly cleanUp: CleanUp;
  readonly say: (line: string) => void;
}

export interface Bench {
  readonly name: string;
  /** One sentence: what is compared with what. */
  readonly about: string;
  run(setting: Setting): Promise<Report>;
}

export const atLeast = (value: number): Goal => ({ must: 'at least', value });
export const atMost = (value: number): Goal => ({ must: 'at most', value });
