/** One entry of a zip archive, from its central directory. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;

/**
 * The entries of an archive that begins with its first entry and ends with its directory.
 *
 * @returns undefined when it is not so: damaged, joined with another file, of several volumes, or
 *   of the 64-bit kind (source: PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16)
 */
export function readZip(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const isOneVolume = view.getUint16(end + 8, true) === count;
  if (!isOneVolume || count === 0xffff) return undefined;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
    entries.push(entryAt(bytes, view, at));
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, o) => sum + view.getUint16(at + o, true), 0);
  }
  // The directory must reach the end mark: what lies between would be read by no one.
  return at === end ? entries : undefined;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    return at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength ? at : undefined;
  }
  return undefined;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const name = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
  return {
    name: new TextDecoder().decode(name),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerOffset: view.getUint32(at + 42, true),
  };
}

/** The compressed bytes of an entry, or undefined when they are not where the directory says. */
export function compressedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerOffset;
  if (at + LOCAL_LENGTH > bytes.length) return undefined;
  if (view.getUint32(at, true) !== LOCAL_SIGNATURE) return undefined;
  const skip = view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const start = at + LOCAL_LENGTH + skip;
  const data = bytes.subarray(start, start + entry.compressedSize);
  return data.length === entry.compressedSize ? data : undefined;
}
