import type { Layout } from '../table/layout.js';

/** Whether a count may be taken as rounded: declared so, and indeed a multiple of the base. */
export function isRounded(value: number, { options, settings }: Layout): boolean {
  return options.rounded === true && value % settings.roundingBase === 0;
}

/** Whether rounding alone protects this count (setting `roundedCells`). */
export function isProtectedByRounding(value: number, layout: Layout): boolean {
  return layout.settings.roundedCells === 'protected' && isRounded(value, layout);
}

/** The count to hold against the minimum: the published one, or the least it may hide. */
export function comparable(value: number, layout: Layout): number {
  const { roundedCells, roundingBase } = layout.settings;
  const worstCase = roundedCells === 'worst-case' && isRounded(value, layout);
  return worstCase ? value - Math.floor(roundingBase / 2) : value;
}
