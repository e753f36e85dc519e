import { Ids, isRefusal, type Person, refuse } from '@hub/decider';
import {
  Answers,
  ApiTags,
  Caller,
  CommandAnswer,
  idBegunBy,
  OrderAnew,
  OrderOnSeen,
  type PersonalOrder,
} from '@hub/http-edge';
import { Controller, Delete, Get, Header, Inject, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApplicationStore } from '../application/application.store.js';
import { Forms } from '../form/forms.js';
import { CaseLocks } from '../lock/case-locks.store.js';
import { attachFile } from './attach-file.js';
import { AttachmentInput } from './attachment.inputs.js';
import { AttachmentStore } from './attachment.store.js';
import { download } from './download.client.js';
import { ReceiveFile } from './receive-file.client.js';
import { removeFile } from './remove-file.js';
import { Vault } from './vault.client.js';
import { filesSeenBy } from './visibility.js';

@ApiTags('attachments')
@Controller('applications/:id/attachments')
export class AttachmentController {
  constructor(
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject(AttachmentStore) private readonly files: AttachmentStore,
    @Inject(ReceiveFile) private readonly reception: ReceiveFile,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Ids) private readonly ids: Ids,
    @Inject(CaseLocks) private readonly locks: CaseLocks,
  ) {}

  @Get()
  async list(@Caller() person: Person, @Param('id') id: string) {
    const seen = await this.seenBy(person, id);
    if (isRefusal(seen)) return seen;
    const stored = await this.files.ofIds(
      id,
      seen.map(({ attachmentId }) => attachmentId),
    );
    const scanOf = new Map(stored.map((file) => [file.id, file.scan]));
    return { items: seen.map((file) => ({ ...file, scan: scanOf.get(file.attachmentId) ?? 'NOT_SCANNED' })) };
  }

  /** The file as it is (`application/octet-stream`), streamed; its name and field stand in the query. */
  @Post()
  @Answers(CommandAnswer, 201)
  async attach(
    @OrderAnew() order: PersonalOrder,
    @Param('id') id: string,
    @Query() { name, field }: AttachmentInput,
    @Req() request: FastifyRequest,
  ) {
    const found = await this.applications.read(id, order.actor);
    if (isRefusal(found)) return found;
    const attachmentId = idBegunBy(order, this.ids);
    const facts = { forms: this.forms };
    const about = { attachmentId, ...(field !== undefined && { field }) };
    // Judged before a single byte is stored, and again with what has arrived.
    if (!this.applications.allowed(found.state, order.actor).includes('attach-file')) {
      const nothing = { ...about, name: '', sha256: '', bytes: 0, mediaType: '' };
      return this.applications.execute(attachFile, id, nothing, order, facts);
    }
    const length = request.headers['content-length'];
    const arrived = await this.reception.receive({
      ...{ id: attachmentId, applicationId: id, purpose: 'application', uploaderId: order.actor.id },
      ...{ name, body: request.body, length },
    });
    if (isRefusal(arrived)) return arrived;
    const answer = await this.applications.execute(attachFile, id, { ...about, ...arrived }, order, facts);
    return isRefusal(answer) ? answer : { ...answer, attachmentId };
  }

  @Get(':attachmentId')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async download(
    @Caller() person: Person,
    @Param('id') id: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<StreamableFile | ReturnType<typeof refuse>> {
    const seen = await this.seenBy(person, id);
    if (isRefusal(seen)) return seen;
    const locked = await this.locks.copyRefused(id);
    if (locked) return locked;
    if (!seen.some((file) => file.attachmentId === attachmentId)) return refuse('not-found');
    return download(this.vault, await this.files.one(id, attachmentId));
  }

  @Delete(':attachmentId')
  @Answers(CommandAnswer)
  remove(@OrderOnSeen() order: PersonalOrder, @Param('id') id: string, @Param('attachmentId') attachmentId: string) {
    return this.applications.execute(removeFile, id, { attachmentId }, order);
  }

  private async seenBy(person: Person, id: string) {
    const { state } = await this.applications.load(id);
    return filesSeenBy(state, person) ?? refuse('not-found');
  }
}
