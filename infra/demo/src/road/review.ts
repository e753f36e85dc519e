import { createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Body, until } from '../hub-client.js';
import type { Narrator } from '../narrator.js';
import { fullBenefit } from './answers.js';
import type { Account, People } from './people.js';

/** The officer, the committee and the authority do their part. Answers the ids of the case and of the permit. */
export async function review(
  people: People,
  tell: Narrator,
  applicationId: string,
): Promise<{ caseId: string; permitId: string }> {
  const { officer } = people;
  const byApplication = `/cases/by-application/${applicationId}`;
  const opened: Body = await until('the case is open', () => officer.get(byApplication).catch(() => undefined));
  const caseId: string = opened.id;
  await completeness(people, tell, applicationId, caseId);
  await committee(people, tell, caseId);
  return { caseId, permitId: await authority(people, tell, caseId) };
}

async function completeness(
  { officer, claire }: People,
  tell: Narrator,
  applicationId: string,
  caseId: string,
): Promise<void> {
  tell.chapter('Completeness');
  const remark = { field: 'purpose.expectedBenefit', remark: 'Please say who benefits, and how.' };
  await tell.step(
    'officer',
    'finds a gap and asks for exactly that field',
    () => officer.change(`/cases/${caseId}`, (path) => ['POST', `${path}/information-requests`, { remarks: [remark] }]),
    (a) => a.status,
  );
  const awaiting: Body = await until('the field is open', async () => {
    const application: Body = await claire.get(`/applications/${applicationId}`);
    return application.status === 'AWAITING_ADDITIONAL_INFORMATION' && application;
  });
  await tell.step(
    'claire',
    'tries to change another field as well',
    () =>
      claire
        .put(
          `/applications/${applicationId}/answers`,
          { answers: { 'purpose.plan': 'Something else' } },
          { version: awaiting.version },
        )
        .catch((refused) => refused.body),
    (body) => `${body.code}: only ${body.marked} is open`,
  );
  await tell.step(
    'claire',
    'answers the marked field and sends it',
    async () => {
      await claire.change(`/applications/${applicationId}`, (path) => [
        'PUT',
        `${path}/answers`,
        { answers: { 'purpose.expectedBenefit': fullBenefit } },
      ]);
      return claire.change(`/applications/${applicationId}`, (path) => ['POST', `${path}/information`]);
    },
    (a) => a.status,
  );
  await until('the answer has arrived', async () => (await officer.get(`/cases/${caseId}`)).status === 'PRE_SCREENING');
  await tell.step(
    'officer',
    'finds the file complete and forwards it to the committee',
    () => officer.change(`/cases/${caseId}`, (path) => ['POST', `${path}/completeness`, {}]),
    (a) => a.status,
  );
}

async function committee(people: People, tell: Narrator, caseId: string): Promise<void> {
  tell.chapter('The committee');
  const { president } = people;
  const path = `/cases/${caseId}`;
  const free: Account[] = ['president', 'rapporteur-1', 'rapporteur-2', 'member-1', 'member-2'];
  await tell.step(
    'committee',
    'declares interests: member-3 has one and is recused',
    async () => {
      for (const who of [...free, 'member-3' as const]) {
        await people[who].change(path, () => ['POST', `${path}/interests`, { interest: who === 'member-3' }]);
      }
      return (await people['member-3'].get(path).catch((refused) => refused)).status;
    },
    (status) => `the file is gone for member-3 (${status})`,
  );
  const rapporteurs = await withRoom(people, free);
  await tell.step(
    'president',
    'names two rapporteurs',
    () => president.change(path, () => ['POST', `${path}/rapporteurs`, { rapporteurs }]),
    () => rapporteurs.join(', '),
  );
  await tell.step('rapporteurs', 'file their reports', async () => {
    for (const who of rapporteurs) {
      await people[who].change(path, () => [
        'POST',
        `${path}/reports`,
        { text: 'The methodology is sound.', proposal: 'FAVOURABLE' },
      ]);
    }
  });
  await tell.step(
    'president',
    'opens the vote: presence and quorum are frozen',
    () => president.change(path, () => ['POST', `${path}/vote`, { present: free }]),
    () => `${free.length} present`,
  );
  await tell.step(
    'members',
    'vote, each without seeing the others’ votes',
    async () => {
      for (const who of free) {
        const vote = who === 'member-2' ? 'FAVOURABLE_WITH_RECOMMENDATIONS' : 'FAVOURABLE';
        await people[who].change(path, () => ['POST', `${path}/votes`, { vote }]);
      }
    },
    () => `${free.length} votes`,
  );
  const grounds = {
    methodology: 'Sound for a descriptive study.',
    necessityOfPersonalData: 'Persons must be followed over time.',
    scientificAndEthicalRelevance: 'Relevant and proportionate.',
    publicInterest: 'Safer prescriptions.',
  };
  await tell.step(
    'president',
    'issues the opinion with its grounds',
    () => president.change(path, () => ['POST', `${path}/opinion`, { grounds }]),
    (a) => a.status,
  );
}

async function authority({ claire, authority: cnil, david }: People, tell: Narrator, caseId: string): Promise<string> {
  tell.chapter('The authority and the permit');
  const path = `/cases/${caseId}`;
  await tell.step(
    'claire',
    'chooses to go on to the authority',
    () => claire.change(path, () => ['POST', `${path}/authority`]),
    (a) => a.status,
  );
  await tell.step(
    'authority',
    'authorises, with reasons',
    () =>
      cnil.change(path, () => [
        'POST',
        `${path}/decision`,
        { decision: 'AUTHORISED', reasons: 'Purpose, necessity and safeguards are established.', months: 36 },
      ]),
    (a) => a.status,
  );
  const permitId: string = await until('the permit is issued', async () => (await claire.get(path)).permitId);
  await tell.step(
    'anybody',
    'checks the signed permit with the published key',
    async () => {
      const [permit, keys]: [Body, Body] = await Promise.all([
        david.get(`/permits/${permitId}`),
        david.get('/permits/keys'),
      ]);
      return signatureHolds(permit, keys);
    },
    () => `${permitId}: the signature holds`,
  );
  return permitId;
}

/** Everything that checking a permit takes: the document, the published key, and the canonical form of JSON (RFC 8785). */
function signatureHolds({ document, signature, keyId }: Body, { keys }: Body): boolean {
  const key = createPublicKey(keys.find((each: Body) => each.kid === keyId).pem);
  const bytes = Buffer.from(canonicalize(document) as string, 'utf8');
  if (!verify(null, bytes, key, Buffer.from(signature, 'base64')))
    throw new Error('the permit’s signature does not hold');
  return true;
}

/** The two members with the fewest files this month: no rapporteur has more than four. */
async function withRoom({ president }: People, free: readonly Account[]): Promise<Account[]> {
  const { items }: Body = await president.get('/rapporteurs/load');
  const load = new Map<string, number>(items.map(({ rapporteurId, files }: Body) => [rapporteurId, files]));
  const files = (who: Account) => load.get(who) ?? 0;
  return free
    .filter((who) => who !== 'president')
    .sort((a, b) => files(a) - files(b))
    .slice(0, 2);
}
