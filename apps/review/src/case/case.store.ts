import { Clock, Ids, system } from '@hub/decider';
import { AggregateStore, Journal, type Order } from '@hub/event-store';
import { idBegunBy } from '@hub/http-edge';
import { Procedures } from '@hub/procedures';
import { Inject, Injectable } from '@nestjs/common';
import { KnownHolders } from '../catalogue/known-holders.store.js';
import type { Conflicts } from '../interests/conflicts.js';
import { InterestsStore } from '../interests/interests.store.js';
import type { CaseEvent } from './case.events.js';
import { type Case, reviewCaseUnder } from './case.js';
import { published } from './case.published.js';
import { rowsOf } from './case.rows.js';
import { commands } from './commands.js';
import type { ConflictFacts } from './conflict-facts.js';
import { type NameRapporteurs, nameRapporteurs } from './name-rapporteurs.js';
import { partiesTo } from './parties.js';
import { monthOf } from './rapporteur-slots.js';
import { isSlotTaken, RapporteurSlots } from './rapporteur-slots.store.js';
import type { CaseRelation } from './relations.js';
import { type HolderFacts, holderIsUnknown } from './unknown-holder.js';

/** More than a committee has members. */
const attempts = 50;

@Injectable()
export class CaseStore extends AggregateStore<Case, CaseEvent, CaseRelation> {
  constructor(
    @Inject(Journal) journal: Journal,
    @Inject(Clock) clock: Clock,
    @Inject(Ids) ids: Ids,
    @Inject(Procedures) procedures: Procedures,
    @Inject(InterestsStore) private readonly interests: InterestsStore,
    @Inject(RapporteurSlots) private readonly slots: RapporteurSlots,
    @Inject(KnownHolders) private readonly holders: KnownHolders,
  ) {
    const aggregate = reviewCaseUnder(procedures);
    super(
      journal,
      { clock, ids },
      { aggregate, slices: commands, undisturbedBy: ['deadline-near'], published, views: rowsOf },
    );
  }

  /** One application, one case: its id follows from the application's, so that no second one can be opened. */
  idFor(applicationId: string): string {
    const once = { scope: 'review.case', key: applicationId };
    return idBegunBy({ actor: system('review'), once, correlationId: applicationId }, this.ports.ids);
  }

  /** Every order on a case knows whose published declaration names its project, and the holder who was unknown. */
  protected override async factsOn(state: Case): Promise<ConflictFacts & HolderFacts> {
    return { conflicts: await this.conflictsOf(state), ...(await this.holderFound(state)) };
  }

  private async holderFound(state: Case): Promise<HolderFacts> {
    if (state.status !== 'PRE_SCREENING' || !holderIsUnknown(state.file)) return {};
    return { holderIds: await this.holders.of(state.file.scope.datasets.map(({ datasetId }) => datasetId)) };
  }

  /** The members who are tied to the project of a case before the committee by what they have published. */
  async conflictsOf(state: Case): Promise<Conflicts> {
    if (state.status !== 'COMMITTEE_REVIEW') return {};
    return this.interests.conflictsWith(partiesTo(state.file));
  }

  /** Two presidents who give a rapporteur the last file of the month collide on its slot: the second counts again. */
  async nameRapporteurs(id: string, command: NameRapporteurs, order: Order) {
    for (let attempt = 1; ; attempt++) {
      const facts = await this.slots.factsFor(id, command.rapporteurs, monthOf(this.ports.clock.now()));
      try {
        return await this.execute(nameRapporteurs, id, command, order, facts as never);
      } catch (error) {
        if (!isSlotTaken(error) || attempt === attempts) throw error;
      }
    }
  }
}
