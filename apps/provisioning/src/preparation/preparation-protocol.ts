import type { Prepared } from './manifest.js';
import type { OptOuts } from './opt-outs.js';
import type { PreparationPlan } from './plan.js';

/** What a preparation worker is told. Keys are the project's own, one for each kind; the master key is not among them. */
export interface PrepareOrder {
  readonly kind: 'prepare';
  readonly plan: PreparationPlan;
  /** Kind → key in hexadecimal. */
  readonly keys: Readonly<Record<string, string>>;
  readonly optOuts: OptOuts;
  readonly memoryMiB: number;
  readonly spillMiB: number;
  readonly threads: number;
}

export type PreparationAnswer =
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'fault'; readonly reason: string };
