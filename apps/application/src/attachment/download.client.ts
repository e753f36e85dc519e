import { refuse } from '@hub/decider';
import { StreamableFile } from '@nestjs/common';
import type { StoredFile } from './attachment.store.js';
import type { Vault } from './vault.client.js';

/** The file as it arrived, to be kept and never shown by the browser; not while it is scanned, nor when it is infected. */
export function download(vault: Vault, file: StoredFile | undefined) {
  if (!file) return refuse('not-found');
  if (file.scan === 'SCANNING') return refuse('file-being-scanned');
  if (file.scan === 'INFECTED') return refuse('file-infected');
  return new StreamableFile(vault.open(file.place), {
    type: file.mediaType,
    length: file.bytes,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escaped)}`,
  });
}

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
