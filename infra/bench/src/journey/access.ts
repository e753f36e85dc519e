import { fullBenefit, answers as roadAnswers } from '@hub/demo/road/answers';
import { type People, parsed } from '../load/people.js';
import { sleep } from '../statistics.js';

/** What is applied for: one table of a dataset that the catalogue's events have announced. */
export const dataset = {
  id: '00000000-0000-4000-8000-00000000bec4',
  holderId: 'cnam',
  table: 'T_MCOaaB',
  columns: ['BEN_IDT_ANO', 'RSA_NUM', 'EXE_SOI_DTD', 'DGN_PAL'],
};

const basket = {
  datasets: [{ datasetId: dataset.id, tables: [{ table: dataset.table, columns: dataset.columns }] }],
  period: { from: '2018-01-01', to: '2020-12-31' },
};
const answers = { ...roadAnswers, 'purpose.expectedBenefit': fullBenefit };
const rapporteurs = ['rapporteur-1', 'rapporteur-2'];
const present = ['president', ...rapporteurs, 'member-1', 'member-2'];
const grounds = {
  methodology: 'Sound for a descriptive study.',
  necessityOfPersonalData: 'Persons must be followed over time.',
  scientificAndEthicalRelevance: 'Relevant and proportionate.',
  publicInterest: 'Safer prescriptions.',
};

export interface Access {
  readonly applicationId: string;
  readonly caseId: string;
  readonly permitId: string;
}

/** One access to data, from the draft to the permit: the commands and reads of the road's application and review. */
export async function access(people: People): Promise<Access> {
  const applicationId = await apply(people);
  const caseId = await open(people, applicationId);
  await review(people, `/cases/${caseId}`);
  return { applicationId, caseId, permitId: await permit(people, `/cases/${caseId}`) };
}

/** A submitted application; answers its id. */
export async function apply(people: People): Promise<string> {
  const { id } = await people.command<{ id: string }>('claire', 'POST', '/applications', {
    procedure: 'FR_AUTHORISATION',
  });
  const application = `/applications/${id}`;
  await people.change('claire', application, 'PUT', 'answers', { answers });
  await people.change('claire', application, 'PUT', 'basket', basket);
  await people.change('claire', application, 'POST', 'submission');
  return id;
}

/** The case opens when the submission's event has arrived at the review. */
async function open(people: People, applicationId: string): Promise<string> {
  const { id } = await until(async () => {
    const reply = await people.ask('officer', `/cases/by-application/${applicationId}`);
    return reply.status === 200 ? parsed<{ id: string }>(reply) : undefined;
  }, `the case of ${applicationId}`);
  await people.change('officer', `/cases/${id}`, 'POST', 'completeness', {});
  return id;
}

async function review(people: People, path: string): Promise<void> {
  for (const who of present) await people.change(who, path, 'POST', 'interests', { interest: false });
  await people.change('member-3', path, 'POST', 'interests', { interest: true });
  await people.change('president', path, 'POST', 'rapporteurs', { rapporteurs });
  for (const who of rapporteurs)
    await people.change(who, path, 'POST', 'reports', { text: 'The methodology is sound.', proposal: 'FAVOURABLE' });
  await people.change('president', path, 'POST', 'vote', { present });
  for (const who of present) await people.change(who, path, 'POST', 'votes', { vote: 'FAVOURABLE' });
  await people.change('president', path, 'POST', 'opinion', { grounds });
  await people.change('claire', path, 'POST', 'authority');
  await people.change('authority', path, 'POST', 'decision', {
    decision: 'AUTHORISED',
    reasons: 'Purpose, necessity and safeguards are established.',
    months: 36,
  });
}

/** The permit is issued in reaction to the decision. */
const permit = (people: People, path: string): Promise<string> =>
  until(async () => (await people.read<{ permitId?: string }>('claire', path)).permitId, `the permit of ${path}`);

const firstPauseMs = 4;
const longestPauseMs = 40;

/** Asks again after pauses that grow: what a frontend does that has no live updates. */
async function until<Result>(check: () => Promise<Result | undefined>, what: string): Promise<Result> {
  const end = performance.now() + 60_000;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 1.5)) {
    await sleep(pause);
    const result = await check();
    if (result !== undefined) return result;
    if (performance.now() > end) throw new Error(`waited 60 s in vain for ${what}`);
  }
}
