import { hasRole, Ids, isRefusal, refuse } from '@hub/decider';
import { Answers, ApiTags, CommandAnswer, idBegunBy, OrderAnew, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { KnownDatasets } from '../catalogue/known-datasets.store.js';
import { Forms } from '../form/forms.js';
import { CaseLocks } from '../lock/case-locks.store.js';
import { application, hasContent } from './application.js';
import { ApplicationStore } from './application.store.js';
import { ImportInput } from './copy.inputs.js';
import { copyOf, draftFrom, withoutFiles } from './copy.js';

@ApiTags('applications')
@Controller('applications')
export class CopyController {
  constructor(
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject(KnownDatasets) private readonly catalogue: KnownDatasets,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Ids) private readonly ids: Ids,
    @Inject(CaseLocks) private readonly locks: CaseLocks,
  ) {}

  /** A new draft with the answers and the basket of one's own application, without its team. `leftOut` names what could not be taken over. */
  @Post(':id/clone')
  @Answers(CommandAnswer, 201)
  async clone(@OrderAnew() order: PersonalOrder, @Param('id') id: string) {
    const found = await this.applications.read(id, order.actor);
    if (isRefusal(found)) return found;
    const { state } = found;
    const relations = application.relations(state, order.actor);
    if (!hasContent(state) || !relations.some((relation) => relation === 'lead' || relation === 'member')) {
      return refuse('forbidden', { by: ['lead', 'member'] });
    }
    if (!hasRole(order.actor, 'applicant')) return refuse('forbidden', { by: ['applicant'] });
    const locked = await this.locks.copyRefused(id);
    if (locked) return locked;
    const offered = await this.catalogue.offered(state.basket?.datasets.map(({ datasetId }) => datasetId) ?? []);
    const { leftOut, ...copy } = copyOf(state, this.forms.newest(state.procedure), offered);
    const command = { procedure: state.procedure, ...copy };
    const facts = { forms: this.forms, offered };
    const answer = await this.applications.execute(draftFrom, idBegunBy(order, this.ids), command, order, facts);
    return isRefusal(answer) ? answer : { ...answer, leftOut };
  }

  /** A new draft from a file that `:id/export` gave, or another program in that format. `leftOut`: files travel on their own. */
  @Post('import')
  @Answers(CommandAnswer, 201)
  async read(@OrderAnew() order: PersonalOrder, @Body() input: ImportInput) {
    const { application: source, basket } = input;
    const { answers, leftOut } = withoutFiles(this.forms, source.procedure, input.answers);
    const command = { procedure: source.procedure, answers, basket };
    const offered = await this.catalogue.offered(basket?.datasets.map(({ datasetId }) => datasetId) ?? []);
    const facts = { forms: this.forms, offered };
    const answer = await this.applications.execute(draftFrom, idBegunBy(order, this.ids), command, order, facts);
    return isRefusal(answer) ? answer : { ...answer, leftOut };
  }
}
