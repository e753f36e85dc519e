import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** All of them, for an input that cannot extend the class. */
const together =
  (...rules: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const rule of rules) rule(target, property);
  };

export const IsLimit = (): PropertyDecorator =>
  together(
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(200),
  );

/** `next` of the page before. */
export const IsPlace = (): PropertyDecorator => together(IsOptional(), IsString(), MaxLength(500));

/** A list's length. */
export class LimitInput {
  @IsLimit()
  limit = 50;
}

const instant = String.raw`\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?`;

/** A page that begins where the one before ended. */
export class AfterInput extends LimitInput {
  @IsPlace()
  after?: string;
}

/** A page of a list whose latest change stands first. */
export class PageInput extends LimitInput {
  /** `next` of the page before: an instant, and the id of the last row of that instant seen. */
  @IsOptional()
  @Matches(new RegExp(`^${instant}(,.{1,200})?$`), {
    message: 'before must be `next` of the page before, or an ISO 8601 instant',
  })
  before?: string;
}

/** Where a page begins: after this row. */
export interface Place {
  readonly at: Date;
  /** Of the last row seen; `null`: the page begins before every row of that instant. */
  readonly id: string | null;
}

/** The place that `before` names. */
export function placeOf(before: string | undefined): Place | undefined {
  if (before === undefined) return undefined;
  const comma = before.indexOf(',');
  return comma < 0
    ? { at: new Date(before), id: null }
    : { at: new Date(before.slice(0, comma)), id: before.slice(comma + 1) };
}

/** The condition under which a row stands after `:at` and `:id`; rows of one instant are in the order of their ids. */
export const after = (at: string, id: string): string => `(${at} <= :at AND (${at} < :at OR ${id} > :id))`;

/** A page and where the next one begins; nothing where this was the last. */
export function pageOf<Row extends { readonly id: string; readonly updatedAt: Date }, Shown>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
): { items: Shown[]; next: string | null } {
  const end = rows.length === limit ? rows.at(-1) : undefined;
  return { items: rows.map(show), next: end ? `${end.updatedAt.toISOString()},${end.id}` : null };
}
