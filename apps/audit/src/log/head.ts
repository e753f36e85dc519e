import { type Checkpoint, type Frontier, rootOf } from '@hub/tlog';

/** Records of each topic in the log: what a reader who sees one topic only can check completeness against. */
export type TopicCounts = Readonly<Record<string, number>>;

/** The log as committed. */
export interface LogHead {
  /** Records in the log. */
  readonly size: number;
  /** RFC 6962 root, 32 bytes. */
  readonly root: Uint8Array;
  readonly counts: TopicCounts;
}

/** The head after a batch. */
export function headAfter(frontier: Frontier, before: TopicCounts, topics: readonly string[]): LogHead {
  const counts: Record<string, number> = { ...before };
  for (const topic of topics) counts[topic] = (counts[topic] ?? 0) + 1;
  return { size: frontier.size, root: rootOf(frontier), counts };
}

/**
 * The checkpoint of a head. A Merkle log proves that a record is in it, not that a reader was shown all of them:
 * so the signed head also says how many there are of each topic, `count <topic> <n>` a line.
 */
export function checkpointOf(head: LogHead, origin: string): Checkpoint {
  const topics = Object.keys(head.counts).sort();
  const extensions = topics.map((topic) => `count ${topic} ${head.counts[topic]}`);
  return { origin, size: head.size, root: head.root, extensions };
}

/** The counts in a checkpoint's extension lines. */
export function countsOf({ extensions }: Checkpoint): TopicCounts {
  const lines = extensions.map((line) => /^count (\S+) (\d+)$/.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(lines.map(([, topic, count]) => [topic as string, Number(count)]));
}
