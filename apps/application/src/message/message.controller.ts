import { Ids, isRefusal, type Person, refuse } from '@hub/decider';
import { Answers, ApiTags, Caller, CommandAnswer, idBegunBy, OrderAnew, type PersonalOrder } from '@hub/http-edge';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { hasContent, type WithContent } from '../application/application.js';
import { ApplicationStore } from '../application/application.store.js';
import { AttachmentStore } from '../attachment/attachment.store.js';
import { download } from '../attachment/download.client.js';
import { ReceiveFile } from '../attachment/receive-file.client.js';
import { Vault } from '../attachment/vault.client.js';
import { KnownDatasets } from '../catalogue/known-datasets.store.js';
import { fieldsOf } from '../form/form.js';
import { Forms } from '../form/forms.js';
import { CaseLocks } from '../lock/case-locks.store.js';
import { MessageFileInput, MessageInput, MessageListInput, ReadInput } from './message.inputs.js';
import { MessageStore } from './message.store.js';
import { sendMessage } from './send-message.js';
import { type Correspondence, correspondenceOf, holderSide, type Side } from './sides.js';
import { addressableIn, threadOf } from './thread.js';

@ApiTags('messages')
@Controller('applications/:id/messages')
export class MessageController {
  constructor(
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject(MessageStore) private readonly messages: MessageStore,
    @Inject(AttachmentStore) private readonly files: AttachmentStore,
    @Inject(ReceiveFile) private readonly reception: ReceiveFile,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(KnownDatasets) private readonly catalogue: KnownDatasets,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Ids) private readonly ids: Ids,
    @Inject(CaseLocks) private readonly locks: CaseLocks,
  ) {}

  @Get()
  async list(@Caller() person: Person, @Param('id') id: string, @Query() { thread, ...page }: MessageListInput) {
    const found = await this.correspondence(person, id);
    if (isRefusal(found)) return found;
    const { side, mayWrite } = found.correspondence;
    const sides = threadOf((thread?.split(',') ?? []) as Side[]);
    if (!reads(side, sides)) return refuse('not-found');
    const items = await this.messages.list(id, { id: person.id, side }, { ...page, sides });
    const files = await this.files.ofIds(
      id,
      items.flatMap(({ attachments }) => attachments),
    );
    const about = new Map(
      files.map(({ id, name, mediaType, bytes, scan }) => [id, { id, name, mediaType, bytes, scan }]),
    );
    return {
      items: items.map((item) => ({ ...item, attachments: item.attachments.flatMap((file) => about.get(file) ?? []) })),
      allowed: side !== undefined && mayWrite ? ['send-message'] : [],
    };
  }

  /** The threads that the person's side takes part in, beside the case's own correspondence. */
  @Get('threads')
  async threads(@Caller() person: Person, @Param('id') id: string) {
    const found = await this.correspondence(person, id);
    if (isRefusal(found)) return found;
    const threads = await this.messages.threads(id, found.correspondence.side);
    return { items: threads.map(({ sides, ...thread }) => ({ thread: sides.join(','), sides, ...thread })) };
  }

  @Post()
  @Answers(CommandAnswer, 201)
  async send(@OrderAnew() order: PersonalOrder, @Param('id') id: string, @Body() input: MessageInput) {
    const found = await this.correspondence(order.actor, id);
    if (isRefusal(found)) return found;
    const { attachments = [], ...said } = input;
    const arrived = (await this.files.ofIds(id, attachments))
      .filter(
        ({ purpose, state, uploaderId }) =>
          purpose === 'message' && state === 'ARRIVED' && uploaderId === order.actor.id,
      )
      .map((file) => file.id);
    const fields = fieldsOf(this.forms.of(found.application)).map(([name]) => name);
    const command = { applicationId: id, ...said, attachments };
    return this.messages.execute(sendMessage, idBegunBy(order, this.ids), command, order, {
      ...found,
      thread: await this.threadFacts(id, found, input.with),
      fields,
      arrived,
    });
  }

  /** What the other sides wrote, up to a message, was read. */
  @Put('read')
  @HttpCode(200)
  async read(@Caller() person: Person, @Param('id') id: string, @Body() { upTo }: ReadInput) {
    const found = await this.correspondence(person, id);
    if (isRefusal(found)) return found;
    const { side } = found.correspondence;
    return side === undefined
      ? refuse('message-not-yours')
      : { marked: await this.messages.markRead(id, { id: person.id, side }, upTo) };
  }

  /** A file for a message that is still to be written (`application/octet-stream`): seen by its sender alone until then. */
  @Post('attachments')
  async attach(
    @OrderAnew() order: PersonalOrder,
    @Param('id') id: string,
    @Query() { name }: MessageFileInput,
    @Req() request: FastifyRequest,
  ) {
    const found = await this.correspondence(order.actor, id);
    if (isRefusal(found)) return found;
    const { side, mayWrite } = found.correspondence;
    if (side === undefined) return refuse('message-not-yours');
    if (!mayWrite) return refuse('message-not-now', { status: found.application.status });
    const attachmentId = idBegunBy(order, this.ids);
    const arrived = await this.reception.receive({
      ...{ id: attachmentId, applicationId: id, purpose: 'message', uploaderId: order.actor.id },
      ...{ name, body: request.body, length: request.headers['content-length'] },
    });
    return isRefusal(arrived) ? arrived : { attachmentId, ...arrived };
  }

  @Get('attachments/:attachmentId')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async download(@Caller() person: Person, @Param('id') id: string, @Param('attachmentId') attachmentId: string) {
    const found = await this.correspondence(person, id);
    if (isRefusal(found)) return found;
    const locked = await this.locks.copyRefused(id);
    if (locked) return locked;
    const file = await this.files.one(id, attachmentId);
    if (file?.purpose !== 'message') return refuse('not-found');
    const sides = file.messageId ? await this.messages.sidesOf(id, file.messageId) : undefined;
    const theirs = sides ? reads(found.correspondence.side, sides) : file.uploaderId === person.id;
    return theirs ? download(this.vault, file) : refuse('not-found');
  }

  private async correspondence(person: Person, id: string) {
    const own = holderSide(person.organisation);
    const [{ state }, seized, threads] = await Promise.all([
      this.applications.load(id),
      this.messages.seized(id),
      this.messages.threads(id, own),
    ]);
    const reach = { seized, addressed: threads.length > 0 ? [own] : [] };
    const correspondence = correspondenceOf(state, person, reach);
    return correspondence && hasContent(state) ? { application: state, correspondence, seized } : refuse('not-found');
  }

  private async threadFacts(id: string, { application, correspondence, seized }: Found, others: readonly Side[] = []) {
    const { side } = correspondence;
    const { basket, organisationId } = application;
    const holders = await this.catalogue.holdersOf(basket?.datasets.map(({ datasetId }) => datasetId) ?? []);
    const sides = threadOf(side ? [side, ...others] : others).join();
    const begun = (await this.messages.threads(id, side)).some((thread) => thread.sides.join() === sides);
    return { addressable: addressableIn(organisationId, holders, seized), begun };
  }
}

interface Found {
  readonly application: WithContent;
  readonly correspondence: Correspondence;
  readonly seized: boolean;
}

/** Each side reads the threads that it takes part in; the case's own is not the holders'; the auditor reads all. */
const reads = (side: Side | undefined, sides: readonly Side[]): boolean =>
  side === undefined || (sides.length === 0 ? !side.startsWith('holder:') : sides.includes(side));
