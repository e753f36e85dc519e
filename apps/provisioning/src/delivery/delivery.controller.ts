import type { Readable } from 'node:stream';
import { Ids, isRefusal, type Person } from '@hub/decider';
import {
  Answers,
  ApiTags,
  Caller,
  CommandAnswer,
  edgeProblem,
  idBegunBy,
  OrderAnew,
  OrderOnSeen,
  type PersonalOrder,
} from '@hub/http-edge';
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KnownDatasets } from '../catalogue/known-datasets.store.js';
import { FileTooLarge, Home } from '../home.client.js';
import { PreparationWorker } from '../jobs/preparation-worker.client.js';
import type { ProvisioningSettings } from '../settings.config.js';
import { receive, register } from './deliver.js';
import { RegisterDeliveryInput } from './delivery.inputs.js';
import { DeliveryStore } from './delivery.store.js';

@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveryController {
  constructor(
    @Inject(DeliveryStore) private readonly deliveries: DeliveryStore,
    @Inject(KnownDatasets) private readonly datasets: KnownDatasets,
    @Inject(Home) private readonly home: Home,
    @Inject(PreparationWorker) private readonly worker: PreparationWorker,
    @Inject('provisioning:settings') private readonly settings: ProvisioningSettings,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  @Get()
  async list(@Caller() person: Person) {
    return { items: await this.deliveries.list(person) };
  }

  @Get(':id')
  async one(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.deliveries.read(id, person);
    if (isRefusal(found)) return found;
    return { id, version: found.version, ...found.state, allowed: this.deliveries.allowed(found.state, person) };
  }

  /** Announces a file for one table; the file itself follows. */
  @Post()
  @Answers(CommandAnswer, 201)
  async register(@OrderAnew() order: PersonalOrder, @Body() input: RegisterDeliveryInput) {
    const facts = await this.datasets.factsOf(input.datasetId, input.table);
    return this.deliveries.execute(register, idBegunBy(order, this.ids), input, order, facts);
  }

  /** The file as it is (`application/octet-stream`), streamed; `X-Content-SHA256` is compared if it is sent. */
  @Put(':id/file')
  @HttpCode(200)
  @Answers(CommandAnswer)
  async file(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Headers('x-content-sha256') announced?: string,
  ) {
    const found = await this.deliveries.read(id, order.actor);
    if (isRefusal(found)) return found;
    // Judged before a single byte is stored, and again with the bytes' hash.
    if (!this.deliveries.allowed(found.state, order.actor).includes('receive')) {
      return this.deliveries.execute(receive, id, { sha256: '', bytes: 1 }, order);
    }
    const arrived = await this.home
      .receive(id, request.body as Readable, this.settings.deliveryMaxBytes)
      .catch((error) => {
        throw error instanceof FileTooLarge
          ? edgeProblem('too-large', { maxBytes: this.settings.deliveryMaxBytes })
          : error;
      });
    const answer = await this.deliveries.execute(receive, id, { ...arrived, announced }, order);
    this.worker.nudge();
    return answer;
  }
}
