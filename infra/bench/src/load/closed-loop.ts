export interface Loop {
  /** Each gives the next piece of work as soon as its last is done. */
  readonly clients: number;
  /** Not counted. */
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly work: (client: number) => Promise<unknown>;
}

export interface Done {
  /** Pieces of work that ended within the window: also those begun before it, which those cut off at its end make up for. */
  readonly count: number;
  readonly perSecond: number;
  /** How long each of them took, in milliseconds. */
  readonly ms: readonly number[];
}

/** A bounded closed loop. The first failure ends it: a rate of errors is no rate. */
export async function closedLoop({ clients, warmSeconds, seconds, work }: Loop): Promise<Done> {
  const from = performance.now() + warmSeconds * 1000;
  const to = from + seconds * 1000;
  const ms: number[] = [];
  let failed = false;
  const client = async (number: number) => {
    while (!failed) {
      const start = performance.now();
      if (start >= to) return;
      try {
        await work(number);
      } catch (error) {
        failed = true;
        throw error;
      }
      const end = performance.now();
      if (end >= from && end < to) ms.push(end - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { count: ms.length, perSecond: ms.length / seconds, ms };
}
