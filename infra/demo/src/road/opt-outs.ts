import type { Study } from '../data/source.js';
import type { Body } from '../hub-client.js';
import { counted, type Narrator } from '../narrator.js';
import type { People } from './people.js';

/** Before the permit is decided, one person opts out, and another opts out and takes it back. */
export async function optOut({ registrar }: People, tell: Narrator, { persons }: Study): Promise<void> {
  tell.chapter('Opt-outs');
  const enter = (person: string, instants: { given: string; reversed?: string }) =>
    registrar.post('/opt-outs', { person, ...instants });
  await tell.step(
    'registrar',
    'enters that a person of the dataset opted out',
    () => enter(persons.out, { given: now() }),
    entries,
  );
  const given = now();
  await tell.step('registrar', 'enters that another person did as well', () => enter(persons.back, { given }), entries);
  await tell.step(
    'registrar',
    'enters that this one took it back',
    () => enter(persons.back, { given, reversed: now() }),
    entries,
  );
}

/** The workspace says as at when it looked the opt-outs up: as at the decision, when one was out and the other back. */
export async function optOutsLookedUp(
  { claire, registrar }: People,
  tell: Narrator,
  { persons }: Study,
  ids: { permitId: string; workspaceId: string },
): Promise<void> {
  const optOuts: Body = await tell.step(
    'claire',
    'reads which opt-outs the workspace respects',
    async () => {
      const { document }: Body = await claire.get(`/permits/${ids.permitId}`);
      const workspace: Body = await claire.get(`/workspaces/${ids.workspaceId}`);
      if (workspace.optOuts.asAt !== document.optOut.asAt)
        throw new Error(
          `the opt-outs must be looked up as at ${document.optOut.asAt}: ${JSON.stringify(workspace.optOuts)}`,
        );
      return workspace.optOuts;
    },
    ({ asAt, personsLeftOut }) => `as at the decision, ${asAt}: ${howMany(personsLeftOut)} left out`,
  );
  await tell.step(
    'registrar',
    'looks both persons up as at that instant',
    async () => {
      const wasOut = async (person: string): Promise<boolean> =>
        (await registrar.post('/opt-outs/look-ups', { person, asAt: optOuts.asAt })).out;
      if (!(await wasOut(persons.out))) throw new Error('the first person was out when the permit was decided');
      if (await wasOut(persons.back)) throw new Error('the other person was back when the permit was decided');
    },
    () => 'one was out, the other was not',
  );
}

const now = () => new Date().toISOString();

const entries = ({ added }: Body): string => `${counted(added, 'entry', 'entries')} added to the list`;

const howMany = ({ exactly, fewerThan }: Body): string =>
  exactly === undefined ? `fewer than ${fewerThan} persons` : `${exactly} persons`;
