import type { Readable } from 'node:stream';
import { isRefusal, type Refusal, refuse } from '@hub/decider';
import { Inject, Injectable } from '@nestjs/common';
import type { RefusalCode } from '../refusals.js';
import type { ApplicationSettings } from '../settings.config.js';
import { AttachmentStore, type StoredFile } from './attachment.store.js';
import { misnamed, typeOfFile } from './file-type.js';
import { FileTooLarge } from './passing-content.js';
import { Vault } from './vault.client.js';

export interface Upload {
  readonly id: string;
  readonly applicationId: string;
  readonly purpose: StoredFile['purpose'];
  readonly uploaderId: string;
  readonly name: string | undefined;
  readonly body: unknown;
  readonly length: string | undefined;
}

export type ReceivedFile = Pick<StoredFile, 'name' | 'mediaType' | 'sha256' | 'bytes'>;

/** Takes a file in: named, streamed into the vault, judged by its content, and written down as arrived. */
@Injectable()
export class ReceiveFile {
  constructor(
    @Inject(Vault) private readonly vault: Vault,
    @Inject(AttachmentStore) private readonly files: AttachmentStore,
    @Inject('application:settings') private readonly settings: ApplicationSettings,
  ) {}

  async receive({ body, length, ...upload }: Upload): Promise<ReceivedFile | Refusal<RefusalCode>> {
    const { attachmentMaxBytes: most } = this.settings;
    const tooLarge = refuse('file-too-large', { field: 'body', most: `${most / 1_000_000} MB` });
    const refusal = misnamed(upload.name) ?? (Number(length ?? 0) > most ? tooLarge : undefined);
    if (refusal) return refusal;
    if (!isStream(body)) return refuse('file-empty');
    const arrived = await this.vault.receive(body, most).catch((error) => {
      if (error instanceof FileTooLarge) return tooLarge;
      throw error;
    });
    if (isRefusal(arrived)) return arrived;
    const { place, content, ...bytes } = arrived;
    const name = (upload.name as string).normalize('NFC');
    const type = bytes.bytes === 0 ? refuse('file-empty') : typeOfFile(name, content);
    if (isRefusal(type)) {
      await this.vault.remove(place);
      return type as Refusal<RefusalCode>;
    }
    const file = {
      ...upload,
      name,
      place,
      ...bytes,
      ...type,
      scan: this.settings.scanner ? 'SCANNING' : 'NOT_SCANNED',
    };
    if ((await this.files.arrived(file as never)) === 'there-already') await this.vault.remove(place);
    return { name, ...type, ...bytes };
  }
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && typeof (body as Readable).iterator === 'function';
