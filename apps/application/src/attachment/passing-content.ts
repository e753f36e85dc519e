import { createHash } from 'node:crypto';

export class FileTooLarge extends Error {}

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const utf16 = (name: string) => Buffer.from(name, 'utf16le');
/** Names of streams in the compound files of old office programs, which tell whose they are. */
const streams = [
  ['doc', utf16('WordDocument')],
  ['xls', utf16('Workbook')],
] as const;

/** Enough for the directory of parts at the beginning of a document; the rest of a file is never held. */
const beginningBytes = 2 * 1024 * 1024;

/** Looks at a file's bytes as they pass: how many, their hash, whether they are text, whose compound file it is. */
export class PassingContent {
  bytes = 0;
  private readonly hash = createHash('sha256');
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private text = true;
  private compound: 'unknown' | 'no' | 'yes' | 'doc' | 'xls' = 'unknown';
  private tail = Buffer.alloc(0);
  private readonly beginning: Buffer[] = [];
  private begun = 0;

  constructor(private readonly maxBytes: number) {}

  see(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > this.maxBytes) throw new FileTooLarge();
    this.hash.update(chunk);
    this.keepBeginning(chunk);
    this.text &&= !chunk.includes(0) && this.decodes(chunk);
    if (this.compound === 'unknown' || this.compound === 'yes') this.look(chunk);
  }

  /** To be called once, when all has passed. */
  ended(): { bytes: number; sha256: string; text: boolean; compound: 'doc' | 'xls' | undefined; beginning: Buffer } {
    const { bytes, compound } = this;
    return {
      bytes,
      sha256: this.hash.digest('hex'),
      text: this.text && this.decodes(undefined),
      beginning: Buffer.concat(this.beginning),
      compound: compound === 'doc' || compound === 'xls' ? compound : undefined,
    };
  }

  private keepBeginning(chunk: Buffer): void {
    if (this.begun >= beginningBytes) return;
    const kept = chunk.subarray(0, beginningBytes - this.begun);
    this.beginning.push(kept);
    this.begun += kept.length;
  }

  private decodes(chunk: Buffer | undefined): boolean {
    try {
      this.decoder.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  }

  private look(chunk: Buffer): void {
    const seen = Buffer.concat([this.tail, chunk]);
    if (this.compound === 'unknown' && seen.length >= ole.length)
      this.compound = seen.subarray(0, ole.length).equals(ole) ? 'yes' : 'no';
    if (this.compound === 'yes') this.compound = streams.find(([, name]) => seen.includes(name))?.[0] ?? 'yes';
    this.tail = seen.subarray(-64);
  }
}
