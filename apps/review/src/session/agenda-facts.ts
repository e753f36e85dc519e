import type { MinutesItem } from './minutes.js';

/** What the rules of a session know of a case, as it is to the person who asks. */
export interface CaseForAgenda {
  readonly status: string;
  /** Every rapporteur is named and has filed the report. */
  readonly reported: boolean;
}

/** Facts from the cases of a session. A case that does not exist for the person is in none of them. */
export interface AgendaFacts {
  readonly cases: Readonly<Record<string, CaseForAgenda>>;
}

/** Facts for the minutes: what became of every item, whoever draws them up. */
export interface MinutesFacts {
  readonly items: readonly MinutesItem[];
  /** Put to the vote, without an opinion yet. */
  readonly open: readonly string[];
}
