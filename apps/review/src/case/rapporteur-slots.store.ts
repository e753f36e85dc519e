import { Database } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { Slot } from './committee.events.js';
import type { SlotFacts } from './rapporteur-slots.js';

interface SlotRow {
  readonly rapporteur_id: string;
  readonly month: string;
  readonly slot: number;
  readonly case_id: string;
}

/** How many files each rapporteur has been given. */
@Injectable()
export class RapporteurSlots {
  constructor(@Inject(Database) private readonly database: Database) {}

  async factsFor(caseId: string, rapporteurs: readonly string[], month: string): Promise<SlotFacts> {
    const { rows } = await this.database.query<SlotRow>(
      'rapporteur_slots',
      `SELECT rapporteur_id, month, slot, case_id FROM rapporteur_slot
       WHERE rapporteur_id = ANY ($1::text[]) AND (month >= $2 OR case_id = $3)`,
      [rapporteurs, month, caseId],
    );
    const taken = rows.map(
      ({ rapporteur_id: rapporteurId, month: of, slot }): Slot => ({ rapporteurId, month: of, slot }),
    );
    return { taken, given: rows.filter((row) => row.case_id === caseId).map((row) => row.rapporteur_id) };
  }

  /** The files of a month, by rapporteur. */
  async load(month: string): Promise<{ rapporteurId: string; files: number }[]> {
    const { rows } = await this.database.query<{ rapporteur_id: string; files: number }>(
      'rapporteur_load',
      `SELECT rapporteur_id, count(*)::integer AS files FROM rapporteur_slot WHERE month = $1
       GROUP BY rapporteur_id ORDER BY rapporteur_id`,
      [month],
    );
    return rows.map(({ rapporteur_id: rapporteurId, files }) => ({ rapporteurId, files }));
  }
}

/** Somebody else gave the rapporteur a file at the same instant. */
export const isSlotTaken = (error: unknown): boolean => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'rapporteur_slot_taken';
};
