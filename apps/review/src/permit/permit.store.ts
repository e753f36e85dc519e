import { civilDayAt, isoDay } from '@hub/clock';
import { Clock, hasRole, Ids, isRefusal, type Person } from '@hub/decider';
import { AggregateStore, type Answer, Database, Journal, type Order } from '@hub/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { refOf, Templates } from '../template/templates.js';
import { commands } from './commands.js';
import type { NewPermitContent } from './document.js';
import { grant } from './grant.js';
import { PermitKeyRow, PermitRow } from './permit.entity.js';
import type { PermitEvent } from './permit.events.js';
import { type Permit, type PermitRelation, permit, type Sealing } from './permit.js';
import { published } from './permit.published.js';
import { rowsOf } from './permit.rows.js';
import { baseIdFor } from './permit-id.js';
import { PermitKey } from './permit-key.config.js';

const attempts = 20;

@Injectable()
export class PermitStore extends AggregateStore<Permit, PermitEvent, PermitRelation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Database) private readonly database: Database,
    @Inject(PermitKey) private readonly key: PermitKey,
    @Inject(Templates) private readonly templates: Templates,
  ) {
    const views = (change: Parameters<typeof rowsOf>[0]) => rowsOf(change, key.published);
    super(journal, { clock, ids }, { aggregate: permit, slices: commands, published, views });
  }

  /**
   * Issues the permit of a case under the next free number of the year. The number is taken by the very statement
   * that grants: two cases decided at once collide on the stream, and one of them moves on. Nothing is skipped.
   */
  async issue(content: NewPermitContent, order: Order): Promise<Answer | undefined> {
    const year = Number(isoDay(civilDayAt(this.ports.clock.now(), 'Europe/Paris')).slice(0, 4));
    for (let attempt = 1; attempt <= attempts; attempt++) {
      if (await this.idOfCase(content.caseId)) return undefined; // issued before, by an earlier delivery
      const baseId = baseIdFor(content.authority.code, year, await this.nextNumber(year));
      const answer = await this.execute(grant, baseId, { baseId, content }, order, this.sealing());
      if (!isRefusal(answer)) return answer;
    }
    throw new Error(`no free permit number of ${year} after ${attempts} attempts`);
  }

  /** The key that signs a version issued now, and the template that it names. */
  sealing(): Sealing {
    return { seal: this.key.seal, template: refOf(this.templates.inForce('PERMIT', this.ports.clock.now())) };
  }

  /** The permit that a case led to, in its present version. */
  async idOfCase(caseId: string): Promise<string | undefined> {
    const sql = 'SELECT permit_id FROM permit WHERE case_id = $1';
    const { rows } = await this.database.query<{ permit_id: string }>('permit_of_case', sql, [caseId]);
    return rows[0]?.permit_id;
  }

  /** The permits that exist for the person, the latest first: `relations`, as a condition on rows. */
  list(person: Person, limit: number): Promise<PermitRow[]> {
    const query = this.database.repository(PermitRow).createQueryBuilder('row');
    const everything = hasRole(person, 'hub_officer', 'authority_officer', 'workspace_engineer', 'auditor');
    query.where('(:everything OR row.members @> ARRAY[:member])', {
      everything,
      member: `${person.id}@${person.organisation}`,
    });
    return query.orderBy('row.year', 'DESC').addOrderBy('row.number', 'DESC').limit(limit).getMany();
  }

  register(limit: number, offset: number): Promise<PermitRow[]> {
    const query = this.database.repository(PermitRow).createQueryBuilder('row');
    return query.orderBy('row.year', 'DESC').addOrderBy('row.number', 'DESC').limit(limit).offset(offset).getMany();
  }

  /** The keys that have signed permits, and the one that signs now. */
  async keys(): Promise<{ keyId: string; pem: string }[]> {
    const used = await this.database.repository(PermitKeyRow).find({ order: { since: 'ASC' } });
    const { published: current } = this.key;
    const all = used.some(({ keyId }) => keyId === current.keyId) ? used : [...used, current];
    return all.map(({ keyId, pem }) => ({ keyId, pem }));
  }

  private async nextNumber(year: number): Promise<number> {
    const sql = 'SELECT coalesce(max(number), 0) + 1 AS next FROM permit WHERE year = $1';
    const { rows } = await this.database.query<{ next: number }>('permit_next_number', sql, [year]);
    return rows[0]?.next ?? 1;
  }
}
