/**
 * `CNIL-2026-000012-v3`: the code of who issued it, year and number, which never change, and the version, whose
 * predecessor is the one before. Permits from before numbers told their authority begin with the hub's own code.
 */
export interface PermitIdParts {
  readonly authorityCode: string;
  readonly baseId: string;
  readonly year: number;
  readonly number: number;
  /** Absent where the number stands for the permit as a whole. */
  readonly version?: number;
  /** The version that this one takes the place of. */
  readonly replaces?: string;
}

const form = /^(([A-Z]+)-(\d{4})-(\d{6,}))(?:-v(\d+))?$/;

export const baseIdFor = (authorityCode: string, year: number, number: number): string =>
  `${authorityCode}-${year}-${String(number).padStart(6, '0')}`;

export const permitIdOf = (baseId: string, version: number): string => `${baseId}-v${version}`;

/** What the number of a permit tells; nothing where it is none. */
export function partsOf(id: string): PermitIdParts | undefined {
  const [, baseId, authorityCode, year, number, version] = form.exec(id) ?? [];
  if (baseId === undefined || authorityCode === undefined) return undefined;
  const parts = { authorityCode, baseId, year: Number(year), number: Number(number) };
  return version === undefined
    ? parts
    : { ...parts, version: Number(version), ...predecessor(baseId, Number(version)) };
}

const predecessor = (baseId: string, version: number) =>
  version > 1 ? { replaces: permitIdOf(baseId, version - 1) } : {};

/** The number of a permit without its version: of `CNIL-2026-000012-v3`, or of itself. */
export const baseIdOf = (id: string): string => id.replace(/-v\d+$/, '');
