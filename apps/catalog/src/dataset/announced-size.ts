import { type Refusal, refuse } from '@hub/decider';
import type { DatasetDescription } from '../description/dataset-description.js';
import { publishedTables } from './dataset.published.js';

/** Kafka takes a megabyte; the rest of the message stays well under the difference. */
const limit = 900_000;

/** A dataset whose names do not fit into one event could be published, but never applied for. */
export function tooLargeToAnnounce(description: DatasetDescription): Refusal<'too-many-columns'> | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(publishedTables(description)));
  return bytes > limit ? refuse('too-many-columns', { bytes, limit }) : undefined;
}
