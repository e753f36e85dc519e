import { Clock, Ids, type Refusal, refuse } from '@hub/decider';
import { AggregateStore, type Answer, Journal, type Order, type ViewChange, type ViewInput } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { endMandate, lapseMandate } from './end-mandate.js';
import { giveMandate, type Parties } from './give-mandate.js';
import { type Mandate, type MandateEvent, type MandateRelation, type MandateTerms, mandate } from './mandate.js';
import { publishedMandate } from './mandate.published.js';

export interface MandateView extends MandateTerms {
  readonly id: string;
  readonly version: number;
  readonly status: Mandate['status'];
  readonly givenBy: string;
  readonly givenAt: string;
}

const columns = `json_strip_nulls(json_build_object('id', id, 'version', version, 'status', status, 'personId', person_id,
  'organisationId', organisation_id, 'role', role, 'scope', scope, 'from', valid_from::text, 'to', valid_to::text,
  'givenBy', given_by, 'givenAt', given_at)) AS view`;
const longestList = 500;

@Injectable()
export class MandateStore extends AggregateStore<Mandate, MandateEvent, MandateRelation> {
  constructor(@Inject(Journal) journal: Journal, @Inject(Clock) clock: Clock, @Inject(Ids) ids: Ids) {
    super(
      journal,
      { clock, ids },
      {
        aggregate: mandate,
        slices: [giveMandate, endMandate, lapseMandate],
        published: publishedMandate,
        views,
      },
    );
  }

  async give(id: string, terms: MandateTerms, order: Order): Promise<Answer | Refusal> {
    try {
      return await this.execute(giveMandate, id, terms, order, await this.parties(terms));
    } catch (error) {
      // Two administrators at once: the second append breaks the index that the rule had no chance to see.
      if ((error as { constraint?: string }).constraint !== 'mandate_given_once') throw error;
      return refuse('already-given', { role: terms.role });
    }
  }

  /** Those of one person, or of everybody; the latest first. */
  async list(filter: { personId?: string | undefined; organisationId?: string | undefined }): Promise<MandateView[]> {
    const { rows } = await this.journal.database.query<{ view: MandateView }>(
      'mandate_list',
      `SELECT ${columns} FROM mandate WHERE ($1::text IS NULL OR person_id = $1) AND ($2::text IS NULL OR organisation_id = $2)
       ORDER BY given_at DESC, id LIMIT ${longestList}`,
      [filter.personId ?? null, filter.organisationId ?? null],
    );
    return rows.map(({ view }) => view);
  }

  async lapsed(today: string): Promise<string[]> {
    const { rows } = await this.journal.database.query<{ id: string }>(
      'mandate_lapsed',
      `SELECT id FROM mandate WHERE status = 'given' AND valid_to < $1::date`,
      [today],
    );
    return rows.map(({ id }) => id);
  }

  private async parties({ personId, organisationId, role }: MandateTerms): Promise<Parties> {
    const { rows } = await this.journal.database.query<{ person: boolean; organisation: boolean; given: boolean }>(
      'mandate_parties',
      `SELECT EXISTS (SELECT FROM person WHERE id = $1) AS person, EXISTS (SELECT FROM organisation WHERE id = $2) AS organisation,
       EXISTS (SELECT FROM mandate WHERE person_id = $1 AND organisation_id = $2 AND role = $3 AND status = 'given') AS given`,
      [personId, organisationId, role],
    );
    const [known] = rows;
    return {
      personKnown: known?.person === true,
      organisationKnown: known?.organisation === true,
      alreadyGiven: known?.given === true,
    };
  }
}

function views({ id, state, version, at }: ViewInput<Mandate, MandateEvent>): ViewChange[] {
  if (state.status === 'absent') return [];
  if (state.status === 'ended') {
    return [
      {
        text: `UPDATE mandate SET status = 'ended', version = $2::int, ended_at = $3::timestamptz WHERE id = $1`,
        values: [id, version, at.toISOString()],
      },
    ];
  }
  const { personId, organisationId, role, scope, from, to } = state.terms;
  return [
    {
      text: `INSERT INTO mandate (id, version, status, person_id, organisation_id, role, scope, valid_from, valid_to, given_by, given_at)
             VALUES ($1, $2::int, 'given', $3, $4, $5, $6::text[], $7::date, $8::date, $9, $10::timestamptz)`,
      values: [
        id,
        version,
        personId,
        organisationId,
        role,
        scope ?? null,
        from,
        to ?? null,
        state.givenBy,
        at.toISOString(),
      ],
    },
  ];
}
