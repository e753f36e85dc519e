import type { DataScope } from '@hub/contracts';
import type { FeeRules } from '@hub/procedures';

export interface FeeLine {
  readonly item: 'BASE' | 'DATASETS' | 'TABLES' | 'YEARS_OF_ACCESS' | 'REDUCTION_PUBLIC_BODY' | 'ADJUSTMENT';
  readonly quantity: number;
  readonly cents: number;
}

export interface FeeBasis {
  readonly scope: DataScope;
  /** Of access; a year that is begun counts whole. */
  readonly months: number;
  readonly publicBody: boolean;
}

/** What access costs before the decision: every line by a rule of the procedure. Amounts in whole cents. */
export function feesFor(rules: FeeRules, { scope, months, publicBody }: FeeBasis): FeeLine[] {
  const datasets = scope.datasets.length;
  const tables = scope.datasets.reduce((sum, dataset) => sum + dataset.tables.length, 0);
  const years = Math.ceil(months / 12);
  const lines: FeeLine[] = [
    { item: 'BASE', quantity: 1, cents: rules.base },
    { item: 'DATASETS', quantity: datasets, cents: datasets * rules.perDataset },
    { item: 'TABLES', quantity: tables, cents: tables * rules.perTable },
    { item: 'YEARS_OF_ACCESS', quantity: years, cents: years * rules.perYearOfAccess },
  ];
  if (!publicBody || rules.reductionForPublicBodies === 0) return lines;
  const reduction = Math.round((totalOf(lines) * rules.reductionForPublicBodies) / 100);
  return [...lines, { item: 'REDUCTION_PUBLIC_BODY', quantity: rules.reductionForPublicBodies, cents: -reduction }];
}

export const totalOf = (lines: readonly FeeLine[]): number => lines.reduce((sum, { cents }) => sum + cents, 0);
