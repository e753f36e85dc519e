import { type CheckResult, conclude, type Finding, type Sentence, WHOLE_COLUMN } from '../result.js';
import { plainName } from '../table/column-roles.js';
import { type Column, type Layout, readingAt } from '../table/layout.js';
import { normalise } from '../table/table.js';
import { type IdentifierKind, identifiersIn, yearOfFullDate } from './identifier-patterns.js';

/**
 * Identifiers of persons and professionals, even encrypted ones: by pattern and check digits in
 * every cell, by the name of the column, and full dates that read as dates of birth.
 *
 * Reported values are masked: the report must not become a second copy of the identifier.
 */
export function checkIdentifiers(layout: Layout): CheckResult {
  const findings = [
    ...inCells(layout),
    ...layout.columns.flatMap((column) => byColumnName(layout, column)),
    ...layout.columns.flatMap((column) => birthDates(layout, column)),
  ];
  return conclude('identifiers', findings, layout.settings.maxCells, {
    en: 'No identifier of a person or a professional may leave, even encrypted.',
    fr: 'Aucun identifiant de personne ou de professionnel ne peut sortir, même chiffré.',
  });
}

const NAMES: Record<IdentifierKind, Sentence> = {
  nir: { en: 'National number (NIR), its key is right.', fr: 'NIR dont la clé est exacte.' },
  'nir-without-key': {
    en: 'May be a national number (NIR) without its key.',
    fr: 'Peut être un NIR sans sa clé.',
  },
  rpps: { en: 'Professional number (RPPS).', fr: 'Numéro RPPS de professionnel.' },
  'e-mail': { en: 'E-mail address.', fr: 'Adresse électronique.' },
  ipp: { en: 'Hospital patient number (IPP).', fr: 'Identifiant permanent du patient (IPP).' },
  'birth-date': { en: 'Date of birth.', fr: 'Date de naissance.' },
  digest: {
    en: 'Looks like an encrypted or random identifier of a person.',
    fr: 'Ressemble à un identifiant chiffré ou aléatoire de personne.',
  },
};

function inCells(layout: Layout): Finding[] {
  const findings: Finding[] = [];
  // Labels repeat down a column: each text is searched once.
  const known = new Map<string, IdentifierKind[]>();
  for (const [row, cells] of layout.table.rows.entries()) {
    for (const column of layout.columns) {
      const text = plainDigits(normalise(cells[column.index] ?? null));
      const kinds = known.get(text) ?? identifiersIn(text);
      known.set(text, kinds);
      for (const kind of kinds) {
        const outcome = isAmount(layout, row, column) || kind === 'nir-without-key' ? 'review' : 'fail';
        findings.push({ outcome, row, column: column.name, value: mask(text), why: NAMES[kind] });
      }
    }
  }
  return findings;
}

/** Spreadsheets write long numbers as 1.84057512345678E+14: back to digits. */
function plainDigits(text: string): string {
  const number = /^\d[.,]\d+e\+\d+$/i.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return Number.isSafeInteger(number) ? String(number) : text;
}

/** A national expense of eleven digits passes Luhn's check once in ten. */
function isAmount(layout: Layout, row: number, { index, role }: Column): boolean {
  const isMeasure = role !== 'dimension' && role !== 'undeclared';
  return isMeasure && readingAt(layout, { row, column: index }).kind === 'number';
}

function mask(text: string): string {
  return `${text.slice(0, 2)}…`;
}

const IDENTIFYING =
  /(^|_)(nir|nss|num_secu|ipp|nip|rpps|adeli|ben_nir_psa|ben_idt_ano|ben_nir_idt|num_enq|pfs_pfs_num|pfs_exe_num|patient_id|id_patient|num_patient|numero_patient|person_id|subject_id|email|e_mail|courriel)(_|$)/;
const BIRTH = /(^|_)(naissance|naiss|birth|birthdate|birthday|dob|ddn|date_nais)(_|$)/;

function byColumnName(layout: Layout, { name, index, role }: Column): Finding[] {
  const groups = role === 'dimension' || role === 'undeclared';
  if (!groups || !IDENTIFYING.test(plainName(name))) return [];
  const filled = layout.readings.some((row) => row[index]?.kind !== 'missing');
  if (!filled) return [];
  const why = {
    en: 'The name of the column announces identifiers.',
    fr: 'Le nom de la colonne annonce des identifiants.',
  };
  return [{ outcome: 'fail', row: WHOLE_COLUMN, column: name, value: null, why }];
}

// Dates over more than a working life are rarely those of events in a study.
const YEARS_OF_BIRTHS = 40;

function birthDates(layout: Layout, { name, index }: Column): Finding[] {
  const dated = layout.table.rows.flatMap((cells, row) => {
    const text = normalise(cells[index] ?? null);
    const year = yearOfFullDate(text);
    return year === undefined ? [] : [{ row, text, year }];
  });
  if (BIRTH.test(plainName(name))) {
    return dated.map(({ row, text }) => ({
      outcome: 'fail',
      row,
      column: name,
      value: mask(text),
      why: NAMES['birth-date'],
    }));
  }
  const years = dated.map(({ year }) => year);
  const span = years.reduce((a, b) => Math.max(a, b), 0) - years.reduce((a, b) => Math.min(a, b), 9999);
  // Eight digits in a row may be any number: only a name can make them dates.
  const written = dated.some(({ text }) => !/^\d+$/.test(text));
  if (!written || dated.length < 2 || span < YEARS_OF_BIRTHS) return [];
  const why = {
    en: `Full dates over ${span} years: are they dates of birth?`,
    fr: `Dates complètes sur ${span} ans : s’agit-il de dates de naissance ?`,
  };
  return [{ outcome: 'review', row: WHOLE_COLUMN, column: name, value: null, why }];
}
