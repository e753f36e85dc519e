import { isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller } from '@hub/http-edge';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { isOpened, reviewCase } from '../case/case.js';
import { CaseStore } from '../case/case.store.js';
import type { CaseRelation } from '../case/relations.js';
import { DataUseStore } from './data-use.store.js';
import { matchOf } from './match.js';
import { statedUseOf } from './stated-use.js';

/** Those who assess, and those who look over their shoulders. */
const readers: readonly CaseRelation[] = ['officer', 'member', 'rapporteur', 'president', 'authority', 'auditor'];

const advice = {
  en: 'Advice from what is stated in codes; people decide. Ethics and whatever is not stated are left to them.',
  fr: 'Avis tiré de ce qui est énoncé en codes ; les personnes décident. L’éthique et ce qui n’est pas énoncé leur restent.',
};

@ApiTags('cases')
@Controller('cases')
export class DataUseController {
  constructor(
    @Inject(CaseStore) private readonly cases: CaseStore,
    @Inject(DataUseStore) private readonly known: DataUseStore,
  ) {}

  /** Whether the use stated matches what each dataset permits: for staff and committee, advisory only. */
  @Get(':id/data-use')
  async match(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.cases.read(id, person);
    if (isRefusal(found)) return found;
    const { state } = found;
    const you = reviewCase.relations(state, person);
    if (!isOpened(state) || !you.some((relation) => readers.includes(relation)))
      return refuse('forbidden', { by: readers });
    const { scope, organisationId } = state.file;
    const datasetIds = scope.datasets.map(({ datasetId }) => datasetId);
    const [codes, organisation] = await Promise.all([
      this.known.codesOf(datasetIds),
      this.known.organisation(organisationId),
    ]);
    const stated = statedUseOf(state.file, organisation);
    return {
      caseId: id,
      advice,
      stated,
      datasets: datasetIds.map((datasetId) => ({ datasetId, ...matchOf(codes.get(datasetId) ?? [], stated) })),
    };
  }
}
