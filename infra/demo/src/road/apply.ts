import type { Study } from '../data/source.js';
import { type Body, until } from '../hub-client.js';
import { counted, type Narrator } from '../narrator.js';
import { answers } from './answers.js';
import type { People } from './people.js';

/** A researcher finds the data by a variable, drafts with a colleague and submits. Answers the application's id. */
export async function apply(people: People, tell: Narrator, study: Study, datasetId: string): Promise<string> {
  const { claire, david, eve } = people;
  tell.chapter('An application');
  await tell.step(
    'claire',
    `searches the catalogue for “${study.search}”`,
    () =>
      until('the dataset is found', async () => {
        const found: Body = await claire.get(`/catalog/variables?q=${encodeURIComponent(study.search)}`);
        return found.items.some((item: Body) => item.datasetId === datasetId) && found;
      }),
    (found) => `${counted(found.total, 'variable')} found, one in the dataset that she studies`,
  );
  const { id } = await tell.step(
    'claire',
    'drafts an application',
    () => claire.post('/applications', { procedure: 'FR_AUTHORISATION' }),
    (a) => `${a.id}, ${a.status}`,
  );
  await tell.step('claire', 'invites a colleague', () =>
    claire.change(`/applications/${id}`, (path) => [
      'POST',
      `${path}/invitations`,
      { personId: 'david', role: 'member' },
    ]),
  );
  await tell.step(
    'david',
    'accepts the invitation',
    () => david.post(`/applications/${id}/team`),
    (a) => `may now ${a.allowed.join(', ')}`,
  );
  await tell.step(
    'eve',
    'of another organisation, asks for it',
    async () => (await eve.get(`/applications/${id}`).catch((refused) => refused)).status,
    (status) => `${status}: for her it does not exist`,
  );
  await tell.step(
    'david',
    'fills in the form',
    () => david.change(`/applications/${id}`, (path) => ['PUT', `${path}/answers`, { answers }]),
    (a) => `version ${a.version}`,
  );
  await tell.step(
    'claire',
    'puts exactly what is needed into the basket',
    () =>
      until('the catalogue’s events have arrived', () =>
        claire
          .change(`/applications/${id}`, (path) => ['PUT', `${path}/basket`, study.scope(datasetId)])
          .catch((refused) => {
            if (refused.body?.code === 'not-in-catalogue') return undefined;
            throw refused;
          }),
      ),
    () =>
      study
        .scope(datasetId)
        .datasets.flatMap((d) => d.tables.map((t) => `${t.table} (${t.columns.length} columns)`))
        .join(', '),
  );
  await tell.step(
    'claire',
    'submits',
    () => claire.change(`/applications/${id}`, (path) => ['POST', `${path}/submission`]),
    (a) => a.status,
  );
  return id;
}
