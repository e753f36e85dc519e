/** Where this service keeps files. Nothing but this module knows the layout of ATTACHMENTS_HOME. */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromBuffer } from 'file-type';
import { PassingContent } from './passing-content.js';
import { opened, sealed } from './sealed-file.client.js';

export interface Arrived {
  /** The file's name in the vault. */
  readonly place: string;
  readonly sha256: string;
  readonly bytes: number;
  /** What the content is: `pdf`, `docx`, `text`…, `unknown`. */
  readonly content: string;
}

export class Vault {
  constructor(
    private readonly root: string,
    private readonly key: Buffer,
  ) {}

  /** Keeps a stream whole or not at all, sealed while it arrives. */
  async receive(body: Readable, maxBytes: number): Promise<Arrived> {
    await Promise.all(
      ['files', 'parts'].map((folder) => mkdir(join(this.root, folder), { recursive: true, mode: 0o700 })),
    );
    const place = randomUUID();
    const part = join(this.root, 'parts', place);
    const content = new PassingContent(maxBytes);
    try {
      await pipeline(sealed(this.key, passing(body, content)), createWriteStream(part, { mode: 0o600, flush: true }));
    } catch (error) {
      body.resume(); // the refusal still has to reach the caller: what comes on is read and dropped
      await rm(part, { force: true });
      throw error;
    }
    await rename(part, this.file(place));
    const { text, compound, beginning, ...seen } = content.ended();
    const detected = compound ?? (await fileTypeFromBuffer(beginning))?.ext;
    return { place, ...seen, content: detected ?? (text ? 'text' : 'unknown') };
  }

  /** The bytes as they were; the stream breaks where the file is not what was kept. */
  open(place: string): Readable {
    return Readable.from(opened(this.key, createReadStream(this.file(place))), { objectMode: false });
  }

  async remove(place: string): Promise<void> {
    await rm(this.file(place), { force: true });
    await rm(join(this.root, 'quarantine', place), { force: true });
  }

  /** Out of reach of every download; kept for who has to look into it. */
  async quarantine(place: string): Promise<void> {
    await mkdir(join(this.root, 'quarantine'), { recursive: true, mode: 0o700 });
    await rename(this.file(place), join(this.root, 'quarantine', place)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  /** What has lain here for so long: places of files, and uploads that broke off with their process. */
  async olderThan(ms: number): Promise<{ files: string[]; parts: string[] }> {
    const [files, parts] = await Promise.all(['files', 'parts'].map((folder) => this.old(folder, Date.now() - ms)));
    return { files: files ?? [], parts: parts ?? [] };
  }

  async dropPart(name: string): Promise<void> {
    await rm(join(this.root, 'parts', name), { force: true });
  }

  private async old(folder: string, before: number): Promise<string[]> {
    const names = await readdir(join(this.root, folder)).catch(() => []);
    const times = await Promise.all(
      names.map((name) =>
        stat(join(this.root, folder, name)).then(
          ({ mtimeMs }) => mtimeMs,
          () => Number.POSITIVE_INFINITY,
        ),
      ),
    );
    return names.filter((_, index) => (times[index] as number) < before);
  }

  private file(place: string): string {
    return join(this.root, 'files', place);
  }
}

async function* passing(body: Readable, content: PassingContent): AsyncGenerator<Buffer> {
  // Not destroyed on the way out: that would tear down the connection on which the answer is still to be sent.
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    content.see(chunk as Buffer);
    yield chunk as Buffer;
  }
}
