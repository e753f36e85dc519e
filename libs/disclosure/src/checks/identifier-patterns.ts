/** What an identifier looks like in text, with its own check digits where it has some. */
export type IdentifierKind = 'nir' | 'nir-without-key' | 'rpps' | 'e-mail' | 'ipp' | 'birth-date' | 'digest';

// Sex, year, month (20–42 and 50–99 when unknown), department (2A, 2B), commune, order, key.
const NIR =
  /(?<![\dA-Z])([1-478][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3})(?:[ .-]?(\d{2}))?(?![\dA-Z])/gi;
const RPPS = /(?<!\d)1\d{10}(?!\d)/g;
// Lengths are bounded (RFC 5321, 4.5.3.1), or a long cell without an @ would take quadratic time.
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})/u;
const IPP = /\bIPP[\s:#_no°-]{0,8}\d{5,}/i;
const BIRTH = /(?<!\p{L})(?:née?s?|born|naissance|birth|dob)(?!\p{L}).{0,20}?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/iu;
const DIGEST = /^(?:[0-9a-f]{32,128}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const DATE =
  /^(?:(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})|(\d{4})(\d{2})(\d{2}))$/;

/** The identifiers found in one text, each kind once. */
export function identifiersIn(text: string): IdentifierKind[] {
  const kinds: IdentifierKind[] = [...nirIn(text)];
  if ([...text.matchAll(RPPS)].some(([digits]) => passesLuhn(digits))) kinds.push('rpps');
  if (EMAIL.test(text)) kinds.push('e-mail');
  if (IPP.test(text)) kinds.push('ipp');
  if (BIRTH.test(text)) kinds.push('birth-date');
  if (DIGEST.test(text)) kinds.push('digest');
  return kinds;
}

function nirIn(text: string): IdentifierKind[] {
  const kinds = new Set<IdentifierKind>();
  for (const [, number = '', key] of text.matchAll(NIR)) {
    if (key === undefined) kinds.add('nir-without-key');
    else if (nirKey(number) === Number(key)) kinds.add('nir');
  }
  return [...kinds];
}

/**
 * The key of the thirteen first characters of a NIR: 97 − (number mod 97). Corsica counts as
 * 19 (2A) and 18 (2B). Source: INSEE, definition of the NIR.
 */
export function nirKey(number: string): number {
  const digits = number.replace(/[ .-]/g, '').replace(/2A/i, '19').replace(/2B/i, '18');
  return 97 - (Number(digits) % 97);
}

/** Luhn's check over all digits, the last being the check digit (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The year of a full date (day, month and year), or undefined. */
export function yearOfFullDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = (
    match[1]
      ? [match[1], match[2], match[3]]
      : match[6]
        ? [match[6], match[5], match[4]]
        : [match[7], match[8], match[9]]
  ).map(Number) as [number, number, number];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1880 && year < 2200;
  return isDate ? year : undefined;
}
