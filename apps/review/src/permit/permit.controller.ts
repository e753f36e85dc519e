import { createPublicKey } from 'node:crypto';
import { Clock, isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, OrderOnSeen, type PersonalOrder, Public } from '@hub/http-edge';
import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Command } from '../command.controller.js';
import { amendTeam } from './amend-team.js';
import { baseIdOf } from './document.js';
import { RegisterInput, RevocationInput, TeamAmendmentInput } from './permit.inputs.js';
import { PermitStore } from './permit.store.js';
import { verificationOf, viewOf } from './permit.view.js';
import { PermitKey } from './permit-key.config.js';
import { revoke } from './revoke.js';

@ApiTags('permits')
@Controller('permits')
export class PermitController {
  constructor(
    @Inject(PermitStore) private readonly permits: PermitStore,
    @Inject(PermitKey) private readonly key: PermitKey,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Public: with a key and a document anybody verifies a permit without asking anybody. */
  @Public()
  @Get('keys')
  async keys() {
    const keys = await this.permits.keys();
    return {
      keys: keys.map(({ keyId, pem }) => ({
        ...createPublicKey(pem).export({ format: 'jwk' }),
        ...{ kid: keyId, alg: 'EdDSA', use: 'sig', pem, current: keyId === this.key.published.keyId },
      })),
    };
  }

  /** Public: what is permitted to whom, and nothing confidential. */
  @Public()
  @Get('register')
  async register(@Query() { limit, offset }: RegisterInput) {
    const rows = await this.permits.register(limit, offset);
    return {
      items: rows.map(({ permitId: id, status, organisationId, datasets, validFrom, validUntil }) => ({
        ...{ id, status, organisationId, datasets, validFrom, validUntil },
      })),
    };
  }

  @Get()
  async list(@Caller() person: Person, @Query() { limit }: RegisterInput) {
    const rows = await this.permits.list(person, limit);
    return { items: rows.map(({ permitId: id, year: _y, number: _n, members: _m, ...row }) => ({ id, ...row })) };
  }

  /** Public: whether a version is valid, superseded, revoked or expired. */
  @Public()
  @Get(':id/verification')
  async verification(@Param('id') id: string) {
    const { state } = await this.permits.load(baseIdOf(id));
    return (state.status !== 'ABSENT' && verificationOf(id, state, this.clock.now())) || refuse('not-found');
  }

  @Get(':id')
  async read(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.permits.read(baseIdOf(id), person);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    const allowed = this.permits.allowed(state, person);
    return (state.status !== 'ABSENT' && viewOf(id, state, { version, allowed })) || refuse('not-found');
  }

  @Command(':id/team')
  amendTeam(
    @OrderOnSeen() order: PersonalOrder,
    @Param('id') id: string,
    @Body() { add = [], remove = [], reason }: TeamAmendmentInput,
  ) {
    return this.permits.execute(amendTeam, baseIdOf(id), { add, remove, reason }, order, { seal: this.key.seal });
  }

  @Command(':id/revocation')
  revoke(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Body() body: RevocationInput) {
    return this.permits.execute(revoke, baseIdOf(id), body, order);
  }
}
