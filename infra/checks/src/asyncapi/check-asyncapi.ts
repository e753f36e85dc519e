import * as library from '@hub/contracts';
import { asFile } from '../contracts/snapshot.js';
import { upToDate } from '../documents/generated.js';
import type { Step } from '../run/step.js';
import { asyncApi } from './document.js';
import { reactionsIn } from './reactions.js';
import { asyncApiFindings } from './validate.js';

/** docs/asyncapi.json is valid AsyncAPI 3.0 and says what the contracts and reactions say. */
export const asyncApiDocument = (root: string): Step => ({
  name: 'AsyncAPI document',
  async findings({ write }) {
    const document = asyncApi(library.contracts, contractNames(), await reactionsIn(root));
    const invalid = await asyncApiFindings(document);
    return invalid.length > 0 ? invalid : upToDate(root, 'docs/asyncapi.json', asFile(document), write);
  },
});

/** Each contract, and each list of contracts, under the name that its library exports. */
export function contractNames(): Map<string, readonly library.EventContract[]> {
  const isContract = (value: unknown): value is library.EventContract =>
    library.contracts.includes(value as library.EventContract);
  const named = Object.entries(library).flatMap(([name, value]): [string, readonly library.EventContract[]][] => {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.length > 0 && all.every(isContract) ? [[name, all]] : [];
  });
  return new Map(named);
}
