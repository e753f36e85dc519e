import { Clock, Ids } from '@hub/decider';
import { AggregateStore, Journal } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { type Organisation, type OrganisationEvent, type OrganisationKind, organisation } from './organisation.js';
import { publishedOrganisation } from './organisation.published.js';
import { registerOrganisation } from './register-organisation.js';
import { comparable, containing } from './search-words.js';

export interface OrganisationView {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: { readonly fr: string; readonly en: string };
}

const columns = `id, kind, json_build_object('fr', name_fr, 'en', name_en) AS name`;
const longestList = 100;

@Injectable()
export class OrganisationStore extends AggregateStore<Organisation, OrganisationEvent, 'administrator' | 'hub'> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(
      journal,
      { clock, ids },
      {
        aggregate: organisation,
        slices: [registerOrganisation],
        published: publishedOrganisation,
        views: ({ id, state, at }) => (state.status === 'absent' ? [] : [entered(id, state, at)]),
      },
    );
  }

  /** Those whose id or name in either language contains the words, by French name. */
  async search(words: string, kind?: string): Promise<OrganisationView[]> {
    const { rows } = await this.journal.database.query<OrganisationView>(
      'organisation_search',
      `SELECT ${columns} FROM organisation WHERE words LIKE $1 AND ($2::text IS NULL OR kind = $2) ORDER BY name_fr, id LIMIT ${longestList}`,
      [containing(words), kind ?? null],
    );
    return rows;
  }

  async find(ids: readonly string[]): Promise<OrganisationView[]> {
    const { rows } = await this.journal.database.query<OrganisationView>(
      'organisation_find',
      `SELECT ${columns} FROM organisation WHERE id = ANY($1) ORDER BY id`,
      [ids],
    );
    return rows;
  }
}

const entered = (id: string, { kind, name }: Extract<Organisation, { status: 'registered' }>, at: Date) => ({
  text: 'INSERT INTO organisation (id, kind, name_fr, name_en, words, registered_at) VALUES ($1, $2, $3, $4, $5, $6::timestamptz)',
  values: [id, kind, name.fr, name.en, comparable(`${id} ${name.fr} ${name.en}`), at.toISOString()],
});
