import {
  FILE_LIMITS,
  type FileKind,
  type FileLimits,
  type FileReason,
  type FileReport,
  reason,
  report,
} from './file-result.js';
import { inspectPdf } from './pdf.js';
import { inspectPng } from './png.js';
import { inspectSvg, isSvg } from './svg.js';
import { inspectText } from './text.js';
import { inspectXlsx } from './xlsx.js';

/** What an inspector finds in one kind of file. */
type Inspection = Omit<FileReport, 'outcome'>;

/**
 * Whether a file may leave, judged by its bytes; its name is only compared with what they are.
 *
 * CSV, TSV, text, PNG, SVG, PDF, XLSX and Parquet are known, anything else fails. Only CSV and TSV
 * can be read by the table checks (they come back as `table`): the other kinds are for people to
 * review, and a converted CSV spares them the work.
 *
 * @param name file name without folder, as it will be released
 */
export function fileCheck(bytes: Uint8Array, name: string, limits: Partial<FileLimits> = {}): FileReport {
  const all = { ...FILE_LIMITS, ...limits };
  const named = isSafeName(name) ? [] : [reason('unsafe-name')];
  if (bytes.length === 0) return report('unknown', [reason('empty'), ...named]);
  if (bytes.length > all.maxBytes) {
    return report('unknown', [reason('too-large', `${bytes.length} bytes`), ...named]);
  }
  const { kind, reasons, table } = inspect(bytes, all);
  return report(kind, [...reasons, ...named, ...nameMismatch(kind, name)], table);
}

function inspect(bytes: Uint8Array, limits: FileLimits): Inspection {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return { kind: 'png', reasons: inspectPng(bytes) };
  }
  if (startsWith(bytes, ascii('%PDF-'))) return { kind: 'pdf', reasons: inspectPdf(bytes) };
  if (startsWith(bytes, ascii('PK\u0003\u0004'))) return inspectXlsx(bytes, limits);
  if (startsWith(bytes, ascii('PAR1'))) return inspectParquet(bytes);
  const text = decode(bytes);
  if (text === undefined) return { kind: 'unknown', reasons: [reason('unknown-type')] };
  if (isSvg(text)) return { kind: 'svg', reasons: inspectSvg(text) };
  return inspectText(text, limits);
}

function inspectParquet(bytes: Uint8Array): Inspection {
  const isWhole = bytes.length >= 12 && startsWith(bytes.subarray(-4), ascii('PAR1'));
  return { kind: 'parquet', reasons: [reason(isWhole ? 'content-not-checked' : 'malformed')] };
}

/** The text, if it is UTF-8 and free of control characters other than tab and line ends. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

const EXTENSIONS: Record<FileKind, readonly string[]> = {
  csv: ['csv'],
  tsv: ['tsv', 'tab', 'txt'],
  text: ['txt', 'md', 'log', 'json', 'r', 'py', 'sql', 'tex'],
  png: ['png'],
  svg: ['svg'],
  pdf: ['pdf'],
  xlsx: ['xlsx'],
  parquet: ['parquet'],
  unknown: [],
};

function nameMismatch(kind: FileKind, name: string): FileReason[] {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  const agrees = kind === 'unknown' || EXTENSIONS[kind].includes(extension);
  return agrees ? [] : [reason('name-mismatch', kind)];
}

/** No path, no control or direction-changing character (which make `fdp.exe` read `exe.pdf`). */
function isSafeName(name: string): boolean {
  const isOneName = name.trim() !== '' && name.length <= 255 && !/^\.+$/.test(name);
  return isOneName && !/[/\\:*?"<>|\p{Cc}\p{Cf}]/u.test(name);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
