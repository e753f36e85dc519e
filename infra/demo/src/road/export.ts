import { createHash } from 'node:crypto';
import { type Body, until } from '../hub-client.js';
import type { Narrator } from '../narrator.js';
import type { People } from './people.js';
import type { Results } from './work.js';

/** A table with a cell of 4 is refused; the rounded one passes two checkers and is released, to the byte. */
export async function exportResults(
  people: People,
  tell: Narrator,
  { workspaceId, smallCells, rounded }: Results,
): Promise<string> {
  tell.chapter('Exports');
  const { claire, david } = people;
  const ask = async (who: Body, queryId: string) => {
    const { id }: Body = await who.post(`/workspaces/${workspaceId}/exports`, {
      queryId,
      title: 'Persons with a gastrointestinal bleed',
      context: 'Counts of persons with a gastrointestinal bleed, for the project’s report.',
      measures: { persons: 'count' },
      ...(queryId === rounded && { rounded: true }),
    });
    return until('the automatic checks have run', async () => {
      const request: Body = await who.get(`/exports/${id}`);
      return !['SUBMITTED', 'AUTO_CHECK'].includes(request.status) && request;
    });
  };
  await tell.step(
    'claire',
    'asks to export the counts as they are',
    async () => {
      const refused = await ask(claire, smallCells);
      if (refused.status !== 'REFUSED')
        throw new Error(`a cell of 4 must not leave, but the export is ${refused.status}`);
      return refused;
    },
    (e: Body) => `${e.status}: ${summary(e)}`,
  );
  const request: Body = await tell.step(
    'david',
    'asks to export the rounded counts',
    () => ask(david, rounded),
    (e: Body) => e.status,
  );
  if (request.status !== 'IN_REVIEW') throw new Error(`the rounded counts are ${request.status}: ${summary(request)}`);
  await tell.step(
    'david',
    'tries to approve his own export',
    () =>
      david
        .post(
          `/exports/${request.id}/votes`,
          { decision: 'approve', sha256: request.file.sha256 },
          { version: request.version },
        )
        .catch((refused) => refused.body),
    (body: Body) => `refused: ${body.code}`,
  );
  for (const checker of ['checker-1', 'checker-2'] as const) {
    await tell.step(
      checker,
      'reads the file and votes, blind',
      async () => {
        const sha256 = sha256Of(await people[checker].bytes(`/exports/${request.id}/file`));
        const vote = { decision: 'approve', remark: 'Aggregated and rounded.', sha256 };
        return people[checker].change(`/exports/${request.id}`, (path) => ['POST', `${path}/votes`, vote]);
      },
      (a: Body) => a.status,
    );
  }
  await tell.step(
    'checker-1',
    'releases it',
    () =>
      people['checker-1'].change(`/exports/${request.id}`, (path) => [
        'POST',
        `${path}/release`,
        { sha256: request.file.sha256 },
      ]),
    (a: Body) => a.status,
  );
  return tell.step(
    'david',
    'downloads exactly the reviewed bytes',
    async () => {
      const bytes = await david.bytes(`/exports/${request.id}/file`);
      if (sha256Of(bytes) !== request.file.sha256) throw new Error('these are not the reviewed bytes');
      return new TextDecoder().decode(bytes);
    },
    (text) => `${text.length} bytes, SHA-256 as reviewed`,
  );
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The checks that failed, each with the cells that it names. */
const summary = ({ checks }: Body): string =>
  (checks?.disclosure?.results ?? [])
    .filter(({ outcome }: Body) => outcome === 'fail')
    .map(({ check, cells }: Body) => `${check}, cell ${cells.map(({ value }: Body) => value).join(' ')}`)
    .join('; ');
