import { join } from 'node:path';
import { contracts } from '@hub/contracts';
import type { Step } from '../run/step.js';
import { contractFindings } from './examples.js';
import { difference, publish } from './published.js';

export const contractsFolder = (root: string): string => join(root, 'libs/contracts');

/** A published contract only gains optional fields; a new one is published by a command, so that it shows as a diff. */
export const contractCompatibility = (root: string): Step => ({
  name: `${contracts.length} event contracts, compatibility`,
  async findings({ write }) {
    const folder = contractsFolder(root);
    if (write) await publish(contracts, folder);
    const { breaking, unpublished } = await difference(contracts, folder);
    return [
      ...contracts.flatMap(contractFindings),
      ...repeated(contracts.map(({ type }) => type)).map((type) => `${type}: there are two contracts of this name`),
      ...breaking,
      ...unpublished.map((what) => `${what}: npm run new -- publish, and commit the diff`),
    ];
  },
});

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
