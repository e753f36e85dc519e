import { PermitRevoked } from '@hub/contracts';
import { isRefusal, type Person, system } from '@hub/decider';
import type { RunningService } from '@hub/http-edge';
import { type Attempt, type Contest, publish, type ServiceUnderTest } from '@hub/testkit';
import { PreparationWorker } from '../../src/jobs/preparation-worker.client.js';
import { fail, startPreparation } from '../../src/workspace/prepare.js';
import { WorkspaceStore } from '../../src/workspace/workspace.store.js';
import {
  checkers,
  claire,
  deliverHospital,
  engineer,
  grant,
  PERMIT,
  security,
  untilStatus,
} from '../running-service.js';
import { PATIENTS } from '../small-data.js';

const [first, second] = checkers as [Person, Person];
export const twoCheckers = [first, second] as const;
const W = PERMIT.baseId;
const sql = 'SELECT sex, count(DISTINCT nir) AS persons FROM patients GROUP BY sex ORDER BY sex';

interface Order {
  readonly path: string;
  readonly method?: Attempt['method'];
  readonly body?: unknown;
  readonly headers?: Attempt['headers'];
}

/** Workspaces, exports and deliveries brought to where somebody decides. */
export class Standings {
  constructor(
    private readonly hub: ServiceUnderTest,
    private readonly other: RunningService,
  ) {}

  /** A workspace with data in it. */
  async prepare(): Promise<void> {
    await deliverHospital(await this.hub.as(engineer));
    await grant();
    await untilStatus(await this.hub.as(claire), W, 'ACTIVE');
  }

  /** Both give an order on what they have seen of a thing, each to a process of its own. */
  async both(
    [kind, id]: readonly ['workspace' | 'export' | 'delivery', string],
    [one, other]: readonly [Person, Person],
    { path, ...order }: Order,
  ): Promise<Contest> {
    const things = kind === 'delivery' ? 'deliveries' : `${kind}s`;
    const here = await this.hub.as(one);
    const { version } = (await here.get(`/${things}/${id}`)).body;
    const attempt = { ...order, path: `/${things}/${id}${path}`, version };
    return {
      ...{ stream: `${kind}/${id}`, topic: `hub.provisioning.${kind}.v1` },
      attempts: [
        { ...attempt, caller: here },
        { ...attempt, caller: await this.hub.at(this.other, other) },
      ],
    };
  }

  file = async () => {
    const member = await this.hub.as(claire);
    const { queryId } = (await member.post(`/workspaces/${W}/queries`, { sql })).body;
    return { queryId, title: 'Table 1', context: 'Persons by group', measures: { persons: 'count' } };
  };

  asked = async () => {
    const { body } = await (await this.hub.as(claire)).post(`/workspaces/${W}/exports`, await this.file());
    const { file } = (await (await this.hub.as(first)).get(`/exports/${body.id}`)).body;
    return { id: body.id as string, sha256: file.sha256 as string };
  };

  voted = async (decision = 'approve') => {
    const export_ = await this.asked();
    for (const who of twoCheckers) {
      const checker = await this.hub.as(who);
      const { version } = (await checker.get(`/exports/${export_.id}`)).body;
      const vote = { decision, remark: 'Seen.', sha256: export_.sha256 };
      await checker.post(`/exports/${export_.id}/votes`, vote, { version });
    }
    return export_;
  };

  registered = async () => {
    const delivery = { datasetId: 'hospital', table: 'patients', format: 'csv', schema: PATIENTS };
    const { body } = await (await this.hub.as(engineer)).post('/deliveries', delivery);
    return ['delivery', body.id as string] as const;
  };

  workspace = ['workspace', W] as const;

  suspended = async () => {
    const officer = await this.hub.as(security);
    const { version } = (await officer.get(`/workspaces/${W}`)).body;
    await officer.post(`/workspaces/${W}/suspension`, { reason: 'An incident.' }, { version });
    return this.workspace;
  };

  /** Its preparation failed; nobody prepares any more. */
  failed = async () => {
    for (const { app } of [this.hub.service, this.other])
      await app.get(PreparationWorker, { strict: false }).onApplicationShutdown();
    const baseId = 'HDH-2026-000002';
    await grant({ baseId, permitId: `${baseId}-v1` });
    await untilStatus(await this.hub.as(claire), baseId, 'REQUESTED');
    const workspaces = this.hub.service.app.get(WorkspaceStore, { strict: false });
    const order = { actor: system('provisioning'), correlationId: 'preparation' };
    await workspaces.execute(startPreparation, baseId, {}, order);
    const { state } = await workspaces.load(baseId);
    const preparationId = 'preparationId' in state ? state.preparationId : '';
    const outcome = await workspaces.execute(fail, baseId, { preparationId, reasons: [] }, order);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return ['workspace', baseId] as const;
  };

  locked = async () => {
    await publish(PermitRevoked, W, PermitRevoked.example);
    await untilStatus(await this.hub.as(engineer), W, 'LOCKED');
    return this.workspace;
  };
}
