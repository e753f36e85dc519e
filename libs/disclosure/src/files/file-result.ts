import { type Outcome, type Sentence, worst } from '../result.js';
import type { Table } from '../table/table.js';

export type FileKind = 'csv' | 'tsv' | 'text' | 'png' | 'svg' | 'pdf' | 'xlsx' | 'parquet' | 'unknown';

export interface FileLimits {
  readonly maxBytes: number;
  /** Data rows, of a CSV file or of all sheets of a workbook together. */
  readonly maxRows: number;
  readonly maxArchiveEntries: number;
  /** Bytes of all entries of an archive once decompressed. */
  readonly maxArchiveBytes: number;
  /** Decompressed over compressed size of one entry. */
  readonly maxArchiveRatio: number;
}

export const FILE_LIMITS: FileLimits = {
  maxBytes: 50_000_000,
  maxRows: 100_000,
  maxArchiveEntries: 1_000,
  maxArchiveBytes: 200_000_000,
  maxArchiveRatio: 200,
};

const REASONS = {
  empty: ['fail', 'The file is empty.', 'Le fichier est vide.'],
  'too-large': ['fail', 'The file is larger than allowed.', 'Le fichier dépasse la taille permise.'],
  'too-many-rows': ['fail', 'More rows than allowed.', 'Plus de lignes que permis.'],
  'unknown-type': ['fail', 'Not a type of file that may leave.', 'Ce type de fichier ne peut pas sortir.'],
  'unsafe-name': ['fail', 'The name of the file is not safe.', 'Le nom du fichier n’est pas sûr.'],
  malformed: ['fail', 'The file is not well formed.', 'Le fichier est mal formé.'],
  'trailing-data': ['fail', 'Data is hidden after the end.', 'Des données sont cachées après la fin.'],
  script: ['fail', 'The file contains a script.', 'Le fichier contient un script.'],
  'external-reference': [
    'fail',
    'The file refers to something outside it.',
    'Le fichier fait référence à l’extérieur.',
  ],
  encrypted: ['fail', 'The file is encrypted.', 'Le fichier est chiffré.'],
  'embedded-file': ['fail', 'The file contains another file.', 'Le fichier en contient un autre.'],
  macros: ['fail', 'The workbook contains macros.', 'Le classeur contient des macros.'],
  'hidden-sheet': ['fail', 'The workbook has a hidden sheet.', 'Le classeur a une feuille masquée.'],
  'pivot-cache': ['fail', 'A pivot table carries its source rows.', 'Un tableau croisé contient ses lignes sources.'],
  'archive-bounds': ['fail', 'The archive is too big once opened.', 'L’archive est trop grosse une fois ouverte.'],
  'name-mismatch': ['review', 'The name announces another type of file.', 'Le nom annonce un autre type de fichier.'],
  metadata: ['review', 'The file carries metadata.', 'Le fichier contient des métadonnées.'],
  'hidden-cells': [
    'review',
    'The workbook has hidden rows or columns.',
    'Le classeur a des lignes ou colonnes masquées.',
  ],
  'not-strict-csv': [
    'review',
    'Looks like a table but is not strict CSV.',
    'Ressemble à un tableau, sans être un CSV strict.',
  ],
  formula: ['review', 'A cell would run as a formula.', 'Une cellule serait exécutée comme une formule.'],
  'active-content': ['review', 'Opening the file triggers an action.', 'L’ouverture du fichier déclenche une action.'],
  'content-not-checked': [
    'review',
    'No automatic check can read the content.',
    'Aucun contrôle automatique ne lit le contenu.',
  ],
} as const satisfies Record<string, readonly ['review' | 'fail', string, string]>;

export type FileReasonCode = keyof typeof REASONS;

export interface FileReason {
  readonly code: FileReasonCode;
  readonly outcome: 'review' | 'fail';
  readonly explanation: Sentence;
  /** Where, or how much: a line, a part of an archive. Never content. */
  readonly detail?: string;
}

/** What one file is, by its content, and why it may not leave as it is. */
export interface FileReport {
  readonly kind: FileKind;
  readonly outcome: Outcome;
  readonly reasons: readonly FileReason[];
  /** The content of a CSV or TSV file, for `runChecks`. */
  readonly table?: Table;
}

export function reason(code: FileReasonCode, detail?: string): FileReason {
  const [outcome, en, fr] = REASONS[code];
  return { code, outcome, explanation: { en, fr }, ...(detail === undefined ? {} : { detail }) };
}

export function report(kind: FileKind, reasons: readonly FileReason[], table?: Table): FileReport {
  const outcome = worst(reasons.map((given) => given.outcome));
  return { kind, outcome, reasons, ...(table ? { table } : {}) };
}
