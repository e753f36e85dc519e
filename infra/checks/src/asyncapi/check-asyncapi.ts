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

/** Each contract under the name that its library exports: what a reaction's decorator calls it. */
export function contractNames(): Map<string, library.EventContract> {
  const isContract = (value: unknown): value is library.EventContract => library.contracts.includes(value as library.EventContract);
  return new Map(Object.entries(library).flatMap(([name, value]) => (isContract(value) ? [[name, value] as const] : [])));
}
