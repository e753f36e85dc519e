import { Clock, Ids, type Refusal, refuse } from '@hub/decider';
import { AggregateStore, type Answer, Journal, type Order, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { type HistoryEntry, historyOf } from '../history.store.js';
import { amendOrganisation } from './amend-organisation.js';
import { closeOrganisation } from './close-organisation.js';
import { organisationCommands } from './commands.js';
import type { OrganisationKind } from './kinds.js';
import {
  type Organisation,
  type OrganisationEntry,
  type OrganisationEvent,
  type OrganisationRelation,
  organisation,
  type Seats,
} from './organisation.js';
import { publishedOrganisation } from './organisation.published.js';
import { type Parent, registerOrganisation } from './register-organisation.js';
import { comparable, containing } from './search-words.js';

export interface OrganisationView {
  readonly id: string;
  readonly version: number;
  readonly status: 'active' | 'closed';
  readonly kind: OrganisationKind;
  readonly name: { readonly fr: string; readonly en: string };
  readonly publicBody: boolean;
  readonly country: string;
  readonly parentId?: string;
  readonly siren?: string;
  readonly seats?: readonly Seats[];
}

const columns = `json_strip_nulls(json_build_object('id', id, 'version', version, 'status', status, 'kind', kind,
  'name', json_build_object('fr', name_fr, 'en', name_en), 'publicBody', public_body, 'country', country,
  'parentId', parent_id, 'siren', siren, 'seats', CASE WHEN seats::text <> '[]' THEN seats END)) AS view`;
const longestList = 100;

@Injectable()
export class OrganisationStore extends AggregateStore<Organisation, OrganisationEvent, OrganisationRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(
      journal,
      { clock, ids },
      { aggregate: organisation, slices: organisationCommands, published: publishedOrganisation, views },
    );
  }

  register(id: string, entry: OrganisationEntry, order: Order): Promise<Answer | Refusal> {
    return sirenKnown(entry, async () =>
      this.execute(registerOrganisation, id, entry, order, await this.parent(id, entry)),
    );
  }

  amend(id: string, entry: OrganisationEntry, order: Order): Promise<Answer | Refusal> {
    return sirenKnown(entry, async () =>
      this.execute(amendOrganisation, id, entry, order, await this.parent(id, entry)),
    );
  }

  async close(id: string, order: Order): Promise<Answer | Refusal> {
    const { rows } = await this.journal.database.query<{ parts: boolean }>(
      'organisation_parts',
      `SELECT EXISTS (SELECT FROM organisation WHERE parent_id = $1 AND status = 'active') AS parts`,
      [id],
    );
    return this.execute(closeOrganisation, id, {}, order, { hasParts: rows[0]?.parts === true });
  }

  /** Those whose id, SIREN or name in either language contains the words, by French name. */
  async search(words: string, kind?: string, status = 'active'): Promise<OrganisationView[]> {
    return this.views(
      'organisation_search',
      `words LIKE $1 AND ($2::text IS NULL OR kind = $2) AND status = $3 ORDER BY name_fr, id LIMIT ${longestList}`,
      [containing(words), kind ?? null, status],
    );
  }

  find(ids: readonly string[]): Promise<OrganisationView[]> {
    return this.views('organisation_find', 'id = ANY($1) ORDER BY id', [ids]);
  }

  history(id: string): Promise<HistoryEntry[]> {
    return historyOf(this.journal.database, `organisation/${id}`);
  }

  private async views(name: string, where: string, values: readonly unknown[]): Promise<OrganisationView[]> {
    const text = `SELECT ${columns} FROM organisation WHERE ${where}`;
    const { rows } = await this.journal.database.query<{ view: OrganisationView }>(name, text, values);
    return rows.map(({ view }) => view);
  }

  private async parent(id: string, { parentId }: OrganisationEntry): Promise<Parent> {
    if (parentId === undefined) return { parentActive: false, parentIsPart: false };
    const { rows } = await this.journal.database.query<{ active: boolean; part: boolean }>(
      'organisation_parent',
      `WITH RECURSIVE above AS (
         SELECT id, parent_id, status FROM organisation WHERE id = $1
         UNION SELECT o.id, o.parent_id, o.status FROM organisation o JOIN above a ON o.id = a.parent_id)
       SELECT EXISTS (SELECT FROM above WHERE id = $1 AND status = 'active') AS active,
         $1 = $2 OR EXISTS (SELECT FROM above WHERE id = $2) AS part`,
      [parentId, id],
    );
    return { parentActive: rows[0]?.active === true, parentIsPart: rows[0]?.part === true };
  }
}

/** The second of two who enter the same company at once breaks the index that no rule had a chance to see. */
async function sirenKnown(
  { siren }: OrganisationEntry,
  attempt: () => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  try {
    return await attempt();
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'organisation_siren_once') throw error;
    return refuse('siren-known', { siren });
  }
}

const upsert = `INSERT INTO organisation (id, version, status, kind, name_fr, name_en, words, public_body, country, parent_id,
    siren, seats, registered_at)
  VALUES ($1, $2::int, $3, $4, $5, $6, $7, $8::boolean, $9, $10, $11, $12::json, $13::timestamptz)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status, kind = excluded.kind,
    name_fr = excluded.name_fr, name_en = excluded.name_en, words = excluded.words, public_body = excluded.public_body,
    country = excluded.country, parent_id = excluded.parent_id, siren = excluded.siren, seats = excluded.seats`;

function views({ id, state, version, at }: ViewInput<Organisation, OrganisationEvent>): ViewChange[] {
  if (state.status === 'absent') return [];
  const { kind, name, publicBody, country, parentId, siren } = state.entry;
  const words = comparable(`${id} ${name.fr} ${name.en} ${siren ?? ''}`);
  const values = [
    ...[id, version, state.status, kind, name.fr, name.en, words, publicBody, country],
    ...[parentId ?? null, siren ?? null, JSON.stringify(state.seats), at.toISOString()],
  ];
  return [{ text: upsert, values }];
}
