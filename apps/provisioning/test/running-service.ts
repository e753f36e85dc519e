/** The service under test with everything real, and the steps that every story begins with. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataOf, PermitGranted } from '@hub/contracts';
import { type Caller, eventually, MovedClock, person, publish, type ServiceUnderTest, testService } from '@hub/testkit';
import { provisioningService } from '../src/service.module.js';
import { readProvisioningSettings } from '../src/settings.config.js';
import { folder, PATIENTS, patients, STAYS, stays } from './small-data.js';

export const claire = person('claire', 'inserm', 'applicant');
export const david = person('david', 'inserm', 'applicant');
export const stranger = person('eve', 'inserm', 'applicant');
export const engineer = person('engineer', 'hub', 'workspace_engineer');
export const security = person('security', 'hub', 'security_officer');
export const registrar = person('registrar', 'hub', 'opt_out_registrar');
export const authority = person('authority', 'cnil', 'authority_officer');
export const auditor = person('auditor', 'court', 'auditor');
export const checkers = ['checker-1', 'checker-2', 'checker-3'].map((id) => person(id, 'hub', 'output_checker'));
export const holder = person('holder', 'chu', 'data_holder');

export async function startProvisioning(
  env: Record<string, string> = {},
): Promise<ServiceUnderTest & { home: string; keyFile: string }> {
  const home = await folder('hub-provisioning-');
  const key = join(await folder('hub-key-'), 'key');
  await writeFile(key, Buffer.alloc(32, 5).toString('base64'));
  const settings = readProvisioningSettings({
    PROVISIONING_HOME: home,
    PROVISIONING_KEY_FILE: key,
    OPT_OUT_KEY_FILE: key,
    QUERY_SECONDS: '20',
    QUERY_MEMORY_MIB: '512',
    PREPARATION_MEMORY_MIB: '1024',
    ...env,
  });
  const clock = new MovedClock(new Date('2026-06-15T09:00:00.000Z'));
  return { ...(await testService(provisioningService(settings), { clock })), home, keyFile: key };
}

export const PERMIT: DataOf<typeof PermitGranted> = {
  permitId: 'HDH-2026-000001-v1',
  baseId: 'HDH-2026-000001',
  version: 1,
  applicationId: 'application-1',
  organisationId: 'inserm',
  team: [
    { personId: 'claire', organisationId: 'inserm', role: 'lead' },
    { personId: 'david', organisationId: 'inserm', role: 'member' },
  ],
  scope: {
    datasets: [
      {
        datasetId: 'hospital',
        tables: [
          { table: 'patients', columns: ['nir', 'birth_year', 'sex'] },
          { table: 'stays', columns: ['nir', 'entry', 'diagnosis'] },
        ],
      },
    ],
    period: { from: '2018-01-01', to: '2022-12-31' },
  },
  validFrom: '2026-06-10',
  validUntil: '2029-06-09',
};

export const grant = (change: Partial<DataOf<typeof PermitGranted>> = {}) => {
  const permit = { ...PERMIT, ...change };
  return publish(PermitGranted, permit.permitId, permit);
};

/** Registers a delivery and sends its file. */
export async function deliver(as: Caller, table: string, schema: object, lines: string[], datasetId = 'hospital') {
  const { fields } = schema as { fields: { name: string }[] };
  const body = [fields.map(({ name }) => name).join(','), ...lines].join('\n');
  const registered = await as.post('/deliveries', { datasetId, table, format: 'csv', schema });
  if (registered.status !== 201) return registered;
  const { id, version } = registered.body;
  return as.put(`/deliveries/${id}/file`, Buffer.from(body), { version, headers: { 'content-type': 'text/csv' } });
}

/** Sends a Parquet file as it lies on disk. */
export async function deliverParquet(as: Caller, datasetId: string, table: string, schema: object, path: string) {
  const registered = await as.post('/deliveries', { datasetId, table, format: 'parquet', schema });
  if (registered.status !== 201) return registered;
  const { id, version } = registered.body;
  return as.put(`/deliveries/${id}/file`, await readFile(path), {
    version,
    headers: { 'content-type': 'application/vnd.apache.parquet' },
  });
}

export async function deliverHospital(as: Caller, stayLines = stays()) {
  const answers = [await deliver(as, 'patients', PATIENTS, patients()), await deliver(as, 'stays', STAYS, stayLines)];
  for (const { status, body } of answers) if (status !== 200) throw new Error(JSON.stringify(body));
}

export async function untilStatus(as: Caller, id: string, status: string) {
  return eventually(async () => {
    const { body } = await as.get(`/workspaces/${id}`);
    if (body.status !== status) throw new Error(`the workspace is ${JSON.stringify(body)}`);
    return body;
  }, 20_000);
}
