import { Readable } from 'node:stream';
import { Clock, isRefusal, type Person, refuse } from '@hub/decider';
import { Answers, ApiTags, Caller, CommandAnswer, edgeProblem, OrderAnew, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ProvisioningSettings } from '../settings.config.js';
import { consult } from './enter.js';
import { OptOutLines } from './enter-lines.client.js';
import { instantIn, readLine } from './line.js';
import { LookUpInput, OptOutInput } from './opt-out.inputs.js';
import { OptOutStore } from './opt-out.store.js';
import { LIST, listVersionOf, optOutList } from './opt-out-list.js';
import { listKey, personHash } from './person-hash.js';
import { type Numbered, readList } from './read-list.js';

/** Identifiers come in bodies only: an address would be logged. */
@ApiTags('opt-outs')
@Controller('opt-outs')
export class OptOutController {
  private readonly key;

  constructor(
    @Inject(OptOutStore) private readonly list: OptOutStore,
    @Inject(OptOutLines) private readonly lines: OptOutLines,
    @Inject('provisioning:settings') settings: ProvisioningSettings,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.key = listKey(settings.optOutKey);
  }

  /** Which list there is; nobody reads whom it holds. */
  @Get()
  async one(@Caller() person: Person) {
    const { state, version } = await this.list.load(LIST);
    if (optOutList.relations(state, person).length === 0) return refuse('not-found');
    const allowed = this.list.allowed(state, person);
    return { id: LIST, version, status: state.status, listVersion: listVersionOf(state), allowed };
  }

  /** One opt-out, or its reversal. */
  @Post()
  @HttpCode(200)
  @Answers(CommandAnswer)
  enter(@OrderAnew() order: PersonalOrder, @Body() { person, given, reversed = '' }: OptOutInput) {
    const one = async function* (now: Date): AsyncGenerator<Numbered> {
      yield { number: 1, ...readLine([person, given, reversed], now) };
    };
    return this.lines.enter(one, order);
  }

  /** Many, as CSV with the header `person,given,reversed`, streamed; one wrong line and none is entered. */
  @Post('imports')
  @HttpCode(200)
  @Answers(CommandAnswer)
  import(@OrderAnew() order: PersonalOrder, @Req() { body }: FastifyRequest) {
    if (!(body instanceof Readable)) throw edgeProblem('unsupported-media-type');
    return this.lines.enter((now) => readList(body, now), order);
  }

  /** Whether a person was out as at an instant, for the person who asks. Noted, without the person. */
  @Post('look-ups')
  @HttpCode(200)
  async lookUp(@OrderAnew() order: PersonalOrder, @Body() { person, asAt }: LookUpInput) {
    const instant = asAt === undefined ? this.clock.now() : instantIn(asAt);
    if (instant === undefined) return refuse('not-an-instant');
    const noted = await this.list.execute(consult, LIST, { asAt: instant }, order, { keyId: this.key.id });
    if (isRefusal(noted)) return noted;
    return { asAt: instant.toISOString(), out: await this.list.wasOut(personHash(this.key, person), instant) };
  }
}
