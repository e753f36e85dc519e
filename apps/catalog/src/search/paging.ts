import { type Refusal, refuse } from '@hub/decider';

export interface Page {
  readonly number: number;
  readonly size: number;
  readonly skip: number;
}

/** The page asked for, or a refusal where ranking does not reach. */
export function pageOf(query: { page?: number; size?: number }, limit: number): Page | Refusal<'page-too-far'> {
  const number = query.page ?? 1;
  const size = query.size ?? 20;
  const skip = (number - 1) * size;
  return skip + size > limit && number > 1 ? refuse('page-too-far', { limit }) : { number, size, skip };
}
