/** Everything of a partition below an offset has been recorded. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the next message to record. */
  readonly next: number;
}

export const partitionKey = (topic: string, partition: number): string => `${topic}/${partition}`;

/** One position a partition, the furthest: a batch may hold several stretches of one. */
export function reached(positions: readonly Position[]): Position[] {
  const furthest = new Map<string, Position>();
  for (const position of positions) {
    const key = partitionKey(position.topic, position.partition);
    if (position.next > (furthest.get(key)?.next ?? -1)) furthest.set(key, position);
  }
  return [...furthest.values()];
}
