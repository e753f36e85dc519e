import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '../run/step.js';
import { packagesIn } from '../workspace/packages.js';
import { sourcesOf } from '../workspace/source-files.js';
import { upToDate } from './generated.js';
import { listedProofs, parseList, titledProofs } from './requirement-list.js';
import { issues, type Proven, requirementsPage } from './requirements-page.js';

/** docs/requirements.md names for each requirement the tests that prove it, or why there is none. */
export const requirements = (root: string): Step => ({
  name: 'requirements and their tests',
  async findings({ write }) {
    const { all, findings } = await provenRequirements(root);
    return [...findings, ...(await upToDate(root, 'docs/requirements.md', requirementsPage(all), write))];
  },
});

async function provenRequirements(root: string): Promise<{ all: Proven[]; findings: string[] }> {
  const list = parseList(await readFile(join(root, 'infra/checks/requirements.txt'), 'utf8'));
  const files = (await Promise.all((await packagesIn(root)).map(sourcesOf))).flat();
  const specs = files.filter(
    ({ path, package: { folder } }) =>
      path.endsWith('.spec.ts') && !(folder === 'checks' && path.includes('documents')),
  );
  const titled = titledProofs(specs);
  const each = list.map((requirement) => {
    const { proofs, findings } = listedProofs(requirement, specs);
    const open =
      requirement.open === '' || requirement.open in issues
        ? []
        : [`${requirement.id}: there is no issue ${requirement.open}`];
    const all = [...(titled.get(requirement.id) ?? []), ...proofs];
    const bare = all.length === 0 && requirement.open === '' ? [`${requirement.id}: neither a test nor an issue`] : [];
    return { proven: { requirement, proofs: all }, findings: [...findings, ...open, ...bare] };
  });
  const unknown = [...titled.keys()].filter((id) => !list.some((requirement) => requirement.id === id));
  return {
    all: each.map(({ proven }) => proven),
    findings: [
      ...each.flatMap(({ findings }) => findings),
      ...unknown.map((id) => `${id} is in a test's title and not in the list`),
    ],
  };
}
