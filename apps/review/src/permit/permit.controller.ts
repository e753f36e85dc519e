import { createPublicKey } from 'node:crypto';
import { Clock, isRefusal, type Person, refuse } from '@hub/decider';
import { ApiTags, Caller, Public } from '@hub/http-edge';
import { pdfOf } from '@hub/pdf';
import { documentFrom } from '@hub/pdf/template';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Templates } from '../template/templates.js';
import { CopyInput, LanguageInput, RegisterInput } from './permit.inputs.js';
import { PermitStore } from './permit.store.js';
import { statusOf, verificationOf, versionOf, viewOf } from './permit.view.js';
import { baseIdOf } from './permit-id.js';
import { PermitKey } from './permit-key.config.js';
import { permitValues } from './permit-values.js';
import { checked, claimedId, copyIn } from './verification.js';

@ApiTags('permits')
@Controller('permits')
export class PermitController {
  constructor(
    @Inject(PermitStore) private readonly permits: PermitStore,
    @Inject(PermitKey) private readonly key: PermitKey,
    @Inject(Templates) private readonly templates: Templates,
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

  /** Public: whether a copy is a permit of this hub, and whether it still holds. Shows nobody's name. */
  @Public()
  @Post('verification')
  @HttpCode(200)
  async verify(@Body() body: CopyInput) {
    const copy = copyIn(body);
    const { state } = await this.permits.load(baseIdOf(claimedId(copy)));
    const permit = state.status === 'ABSENT' ? undefined : state;
    return checked(copy, permit, await this.permits.keys(), this.clock.now());
  }

  /** Public: whether a version is valid, superseded, revoked or expired. */
  @Public()
  @Get(':id/verification')
  async verification(@Param('id') id: string) {
    const { state } = await this.permits.load(baseIdOf(id));
    return (state.status !== 'ABSENT' && verificationOf(id, state, this.clock.now())) || refuse('not-found');
  }

  /** Public: where a permit stands, whatever version a copy is of. */
  @Public()
  @Get(':id/status')
  async status(@Param('id') id: string) {
    const { state } = await this.permits.load(baseIdOf(id));
    return state.status === 'ABSENT' ? refuse('not-found') : statusOf(state, this.clock.now());
  }

  /** A version of the permit on paper, for those concerned. */
  @Get(':id/document.pdf')
  async print(@Caller() person: Person, @Param('id') id: string, @Query() { lang }: LanguageInput) {
    const found = await this.permits.read(baseIdOf(id), person);
    if (isRefusal(found)) return found;
    const signed = found.state.status === 'ABSENT' ? undefined : versionOf(id, found.state);
    if (!signed) return refuse('not-found');
    const { id: printed, template: named, issuedAt } = signed.document;
    const template = this.templates.of(named);
    if (!template) return refuse('template-missing', { ...named });
    const document = documentFrom(template, permitValues(signed, lang), lang, new Date(issuedAt));
    const disposition = `inline; filename="${printed}-${lang}.pdf"`;
    return new StreamableFile(await pdfOf(document), { type: 'application/pdf', disposition });
  }

  @Get(':id')
  async read(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.permits.read(baseIdOf(id), person);
    if (isRefusal(found)) return found;
    const { state, version } = found;
    const allowed = this.permits.allowed(state, person);
    return (state.status !== 'ABSENT' && viewOf(id, state, { version, allowed })) || refuse('not-found');
  }
}
