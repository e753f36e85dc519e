import { deflateRawSync } from 'node:zlib';
import { type FileLimits, fileCheck } from './index.js';

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** Kind, outcome and the codes of the reasons. */
export function judged(bytes: Uint8Array | string, name: string, limits?: Partial<FileLimits>): string[] {
  const { kind, outcome, reasons } = fileCheck(typeof bytes === 'string' ? utf8(bytes) : bytes, name, limits);
  return [kind, outcome, ...reasons.map(({ code }) => code)];
}

export function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export function png(extra?: string): Uint8Array {
  const chunk = (type: string, data: number[] = []) =>
    Uint8Array.from([0, 0, 0, data.length, ...utf8(type), ...data, 0, 0, 0, 0]);
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const header = chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return join(signature, header, ...(extra ? [chunk(extra, [1, 2])] : []), chunk('IDAT', [0]), chunk('IEND'));
}

/** @param claimed uncompressed size written in the directory in place of the true one */
export function zip(files: Record<string, string>, claimed?: number): Uint8Array {
  const u16 = (n: number) => [n & 255, n >> 8];
  const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];
  const local: number[] = [];
  const directory: number[] = [];
  for (const [name, content] of Object.entries(files)) {
    const title = [...utf8(name)];
    const data = [...deflateRawSync(utf8(content))];
    const sizes = [...u32(0), ...u32(data.length), ...u32(claimed ?? content.length), ...u16(title.length), ...u16(0)];
    const common = [...u16(20), ...u16(0), ...u16(8), ...u32(0), ...sizes];
    directory.push(
      ...u32(0x02014b50),
      ...u16(20),
      ...common,
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u32(0),
      ...u32(local.length),
      ...title,
    );
    local.push(...u32(0x04034b50), ...common, ...title, ...data);
  }
  const count = u16(Object.keys(files).length);
  const end = [
    ...u32(0x06054b50),
    ...u16(0),
    ...u16(0),
    ...count,
    ...count,
    ...u32(directory.length),
    ...u32(local.length),
    ...u16(0),
  ];
  return Uint8Array.from([...local, ...directory, ...end]);
}
