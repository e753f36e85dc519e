/** What a preparation is told of opt-outs, and what it reports. Source: Regulation (EU) 2025/327, art. 71. */

/** Who is left out: those on the list as at the decision; or nobody, where the permit sets opt-outs aside. */
export type OptOuts =
  | { readonly asAt: string; readonly setAside: true }
  | {
      readonly asAt: string;
      readonly setAside: false;
      /** A file of keyed hashes in hexadecimal, one a line in rising order: where the preparation finds it. */
      readonly list: string;
      readonly listSha256: string;
      /** Of the hashes, in hexadecimal. */
      readonly key: string;
      /** Fewer persons than this are not counted in a report. */
      readonly fewest: number;
    };

export const SET_ASIDE_UNDER = 'Regulation (EU) 2025/327, Article 71(4)';

/** A number of persons that tells of none of them. */
export type DisclosedCount = { readonly exactly: number } | { readonly fewerThan: number };

export type OptOutReport =
  | { readonly asAt: string; readonly setAside: typeof SET_ASIDE_UNDER }
  | { readonly asAt: string; readonly listSha256: string; readonly personsLeftOut: DisclosedCount };

export function reportOf(optOuts: OptOuts, leftOut: number): OptOutReport {
  const { asAt } = optOuts;
  if (optOuts.setAside) return { asAt, setAside: SET_ASIDE_UNDER };
  const { listSha256, fewest } = optOuts;
  return { asAt, listSha256, personsLeftOut: leftOut < fewest ? { fewerThan: fewest } : { exactly: leftOut } };
}
