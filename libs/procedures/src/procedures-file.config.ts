import { readFileSync } from 'node:fs';
import type { Procedure } from './procedure.js';
import { revisedBy } from './revisions.js';

/** The declarations with an operator's revisions, where PROCEDURES_FILE names them. @throws Error naming what is wrong */
export function proceduresInFile(
  env: Readonly<Record<string, string | undefined>>,
  declared: readonly Procedure[],
): readonly Procedure[] {
  const path = env.PROCEDURES_FILE;
  if (!path) return declared;
  const outcome = revisedBy(declared, contentOf(path));
  if ('wrong' in outcome)
    throw new Error(`PROCEDURES_FILE cannot be used:\n${outcome.wrong.map((line) => `  ${line}`).join('\n')}`);
  return outcome.procedures;
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new Error(
      `PROCEDURES_FILE ${why}: it names a file with a list of revisions of procedures, see operations.md`,
    );
  }
}
