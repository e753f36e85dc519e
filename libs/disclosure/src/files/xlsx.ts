import { type FileKind, type FileLimits, type FileReason, type FileReasonCode, reason } from './file-result.js';
import { entryText } from './inflate.js';
import { readZip, type ZipEntry } from './zip.js';

interface WorkbookInspection {
  kind: FileKind;
  reasons: FileReason[];
}

// What a workbook carries shows in the names of its parts (ECMA-376, part 1, annex A; MS-OFFMACRO2).
const PARTS: readonly [FileReasonCode, RegExp][] = [
  ['macros', /vbaProject|vbaData|^xl\/(macrosheets|dialogsheets|activeX|ctrlProps)\//i],
  ['embedded-file', /^xl\/(embeddings|model)\/|\.(exe|dll|zip|bin|docx?|xlsx?|pptx?|csv)$/i],
  ['external-reference', /^xl\/(externalLinks|queryTables)\/|^xl\/connections\.xml$/i],
  ['pivot-cache', /^xl\/pivotCache\/.*Records/i],
  ['metadata', /^xl\/(comments|threadedComments|persons)|^docProps\/(core|custom)\.xml$/i],
];

// Written by every spreadsheet program, and harmless.
const HARMLESS_BINARY = /^xl\/printerSettings\/[^/]*\.bin$/i;

/** A zip archive is refused unless it is a workbook; nothing is unpacked beyond the limits. */
export function inspectXlsx(bytes: Uint8Array, limits: FileLimits): WorkbookInspection {
  const entries = readZip(bytes);
  if (!entries) return { kind: 'unknown', reasons: [reason('malformed', 'archive')] };
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) {
    return { kind: 'unknown', reasons: [reason('unknown-type', 'archive')] };
  }
  const refused = refuseArchive(entries, names, limits);
  if (refused) return { kind: 'xlsx', reasons: [refused] };
  const reasons = [reason('content-not-checked'), ...partsOf(entries), ...contentOf(bytes, entries, limits)];
  return { kind: 'xlsx', reasons };
}

function refuseArchive(
  entries: readonly ZipEntry[],
  names: ReadonlySet<string>,
  limits: FileLimits,
): FileReason | undefined {
  // Two entries of one name: this reading and the spreadsheet's may differ on which one counts.
  const isOdd = ({ name }: ZipEntry) => /^[/\\]|\.\.|\\|\0/.test(name);
  if (names.size !== entries.length || entries.some(isOdd)) return reason('malformed', 'entries');
  if (entries.some(({ isEncrypted }) => isEncrypted)) return reason('encrypted');
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bulges = entries.some((e) => e.size > limits.maxArchiveRatio * Math.max(1, e.compressedSize));
  const isOver = entries.length > limits.maxArchiveEntries || size > limits.maxArchiveBytes;
  return isOver || bulges ? reason('archive-bounds', `${size} bytes`) : undefined;
}

function partsOf(entries: readonly ZipEntry[]): FileReason[] {
  const names = entries.map(({ name }) => name).filter((name) => !HARMLESS_BINARY.test(name));
  return PARTS.flatMap(([code, pattern]) => {
    const part = names.find((name) => pattern.test(name));
    return part === undefined ? [] : [reason(code, part)];
  });
}

// Anything but visible, so that a character reference in the value hides nothing.
const HIDDEN_SHEET = /<(\w+:)?sheet\b[^<>]*\bstate\s*=\s*(?!["']visible["'])/;
const HIDDEN_CELLS = /<(\w+:)?(row|col)\b[^<>]*\bhidden\s*=\s*(?!["'](0|false)["'])/;
const ROW = /<(?:\w+:)?row[\s/>]/g;

/**
 * Whether a sheet is hidden stands in the workbook part, not in a name. Every part directly under
 * `xl/` is read, as a workbook may call its workbook part by another name.
 */
function contentOf(bytes: Uint8Array, entries: readonly ZipEntry[], limits: FileLimits): FileReason[] {
  const reasons = new Map<FileReasonCode, FileReason>();
  const add = (found: FileReason) => reasons.set(found.code, found);
  let rows = 0;
  for (const entry of entries.filter(({ name }) => /^xl\/(worksheets\/)?[^/]+\.xml$/i.test(name))) {
    const text = entryText(bytes, entry);
    // UTF-16 is allowed in XML, and would make every pattern below blind.
    if (text === undefined || text.includes('\0')) add(reason('malformed', entry.name));
    else if (/^xl\/worksheets\//i.test(entry.name)) {
      rows += text.match(ROW)?.length ?? 0;
      if (HIDDEN_CELLS.test(text)) add(reason('hidden-cells', entry.name));
    } else if (HIDDEN_SHEET.test(text)) add(reason('hidden-sheet', entry.name));
  }
  if (rows > limits.maxRows) add(reason('too-many-rows', `${rows} rows`));
  return [...reasons.values()];
}
