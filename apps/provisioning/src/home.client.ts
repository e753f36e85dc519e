/** Where this service keeps files. Nothing but this module knows the layout of PROVISIONING_HOME. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileName } from './preparation/plan.js';

export class FileTooLarge extends Error {}

export class Home {
  constructor(private readonly root: string) {}

  /** The folder of a delivered file, which preparation sees and nothing else does; the file's name is its hash. */
  deliveryFolder(id: string): string {
    return join(this.root, 'deliveries', fileName(id));
  }

  /** Prepared data: read-only for members' sandboxes. */
  data(workspace: string): string {
    return join(this.workspace(workspace), 'data');
  }

  /** A folder to prepare into, beside the published data so that a rename publishes it. */
  staging(workspace: string, preparation: string): string {
    return join(this.workspace(workspace), `staging-${fileName(preparation)}`);
  }

  /** Where the list of opt-outs lies while a preparation reads it; thrown away with the staging folders. */
  optOuts(workspace: string, preparation: string): string {
    return `${this.staging(workspace, preparation)}-opt-outs`;
  }

  /** The one folder that a member's sandbox may write. */
  async privateFolder(workspace: string, person: string): Promise<string> {
    const folder = join(
      this.workspace(workspace),
      'private',
      createHash('sha256').update(person).digest('hex').slice(0, 32),
    );
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** Writes a stream whole or not at all, and says what it was. */
  async receive(deliveryId: string, body: Readable, maxBytes: number): Promise<{ sha256: string; bytes: number }> {
    const folder = this.deliveryFolder(deliveryId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = join(this.root, 'deliveries', `.part-${randomUUID()}`);
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > maxBytes ? new FileTooLarge() : null, chunk);
      },
    });
    try {
      await pipeline(body, counted, createWriteStream(part, { mode: 0o600 }));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    const sha256 = hash.digest('hex');
    // Under its hash: a second upload at the same time cannot take the place of the one that counts.
    await rename(part, join(folder, sha256));
    return { sha256, bytes };
  }

  /** Publishes a staging folder in the place of the data that was there. */
  async publish(workspace: string, preparation: string): Promise<void> {
    const [from, to] = [this.staging(workspace, preparation), this.data(workspace)];
    const old = `${to}-${randomUUID()}`;
    await rename(to, old).catch(ignoreMissing);
    await rename(from, to);
    await rm(old, { recursive: true, force: true });
  }

  /** Throws away what earlier, killed preparations left. */
  async clearStaging(workspace: string): Promise<void> {
    const folder = this.workspace(workspace);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const stale = (await readdir(folder)).filter((name) => name.startsWith('staging-') || name.startsWith('data-'));
    await Promise.all(stale.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  }

  /** Deletes everything of a workspace except what was released from it. Returns how many files there were. */
  async purge(workspace: string): Promise<number> {
    const folder = this.workspace(workspace);
    const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
    await rm(folder, { recursive: true, force: true });
    return (files ?? []).filter((entry) => entry.isFile()).length;
  }

  /** The bytes of an export, found by their hash: what was reviewed is what is read. */
  async keepExport(exportId: string, sha256: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.root, 'exports', fileName(exportId));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `.part-${randomUUID()}`);
    await writeFile(part, bytes, { mode: 0o600 });
    await rename(part, join(folder, sha256));
  }

  /** Throws if the bytes are no longer those that were reviewed. */
  async readExport(exportId: string, sha256: string): Promise<Buffer> {
    const bytes = await readFile(join(this.root, 'exports', fileName(exportId), sha256));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error('an export no longer has the bytes that were reviewed');
    return bytes;
  }

  private workspace(id: string): string {
    return join(this.root, 'workspaces', fileName(id));
  }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
