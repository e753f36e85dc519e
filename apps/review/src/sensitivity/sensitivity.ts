import type { CaseFile } from '../case/case.js';

/** What can make a case sensitive. Source: Regulation (EU) 2025/327, art. 52. */
export const sensitivityGrounds = ['INTELLECTUAL_PROPERTY', 'TRADE_SECRET', 'OTHER_ARTICLE_52'] as const;

export interface Sensitivity {
  readonly at: string;
  readonly by: string;
  readonly ground: (typeof sensitivityGrounds)[number];
  readonly reasons: string;
}

/** While it is there, nothing of the case leaves the hub. */
export interface Lock {
  readonly at: string;
  readonly by: string;
  readonly reasons: string;
}

export type SensitivityEvent =
  | ({ type: 'flagged-sensitive' } & Sensitivity)
  | { type: 'flag-lifted'; at: string; by: string; reasons: string }
  | ({ type: 'locked' } & Lock)
  | { type: 'unlocked'; at: string; by: string; reasons: string };

export function marked(file: CaseFile, event: SensitivityEvent): CaseFile {
  switch (event.type) {
    case 'flagged-sensitive': {
      const { type: _type, ...sensitivity } = event;
      return { ...file, sensitivity };
    }
    case 'flag-lifted': {
      const { sensitivity: _lifted, ...rest } = file;
      return rest;
    }
    case 'locked': {
      const { type: _type, ...lock } = event;
      return { ...file, lock };
    }
    case 'unlocked': {
      const { lock: _ended, ...rest } = file;
      return rest;
    }
  }
}
