import type { Person } from '@hub/decider';
import type { RunningService } from '@hub/http-edge';
import { type Attempt, type Contest, person, type ServiceUnderTest } from '@hub/testkit';

export const administrators = [
  person('admin', 'hdh', 'directory_administrator'),
  person('admin-2', 'hdh', 'directory_administrator'),
] as const;

interface Order {
  readonly path: string;
  readonly body?: unknown;
}

/** Mandates and organisations brought to where somebody decides. */
export class Standings {
  private count = 0;

  constructor(
    private readonly hub: ServiceUnderTest,
    private readonly second: RunningService,
  ) {}

  private administrator = () => this.hub.as(administrators[0]);

  private async does(path: string, body: object, as = this.administrator()): Promise<string> {
    const reply = await (await as).post(path, body, { version: 1 });
    if (reply.status > 201) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return reply.body.id;
  }

  /** Both give an order on what they have seen of a thing, each to a process of its own. */
  async both(
    [kind, id]: readonly ['mandate' | 'organisation', string],
    people: readonly [Person, Person],
    { path, body }: Order,
  ): Promise<Contest> {
    const { version } = (await (await this.administrator()).get(`/${kind}s/${id}`)).body;
    return { ...(await this.anew(kind, people, { path: `/${id}${path}`, body, version })), stream: `${kind}/${id}` };
  }

  /** Both begin the same, each in a process of its own. */
  async anew(
    kind: 'mandate' | 'organisation',
    [one, other]: readonly [Person, Person],
    order: Order & { version?: number },
  ): Promise<Contest> {
    const attempt: Omit<Attempt, 'caller'> = { ...order, path: `/${kind}s${order.path}` };
    return {
      ...{ stream: ({ body }) => `${kind}/${body.id}`, topic: `hub.directory.${kind}.v1` },
      attempts: [
        { ...attempt, caller: await this.hub.as(one) },
        { ...attempt, caller: await this.hub.at(this.second, other) },
      ],
    };
  }

  entry = (kind = 'research') => ({
    ...{ id: `at-once-${++this.count}`, kind, name: { fr: 'Ensemble', en: 'At once' } },
  });

  organisation = async (kind?: string) =>
    ['organisation', await this.does('/organisations', this.entry(kind))] as const;

  /** David applies for an organisation of his own, where Eve applies as well. */
  mandate = async () => {
    const [, organisationId] = await this.organisation();
    const terms = { organisationId, role: 'applicant' };
    await this.does('/mandates', { ...terms, personId: 'eve' });
    const id = await this.does('/mandates', { ...terms, personId: 'david' });
    return { mandate: ['mandate', id] as const, organisationId };
  };

  delegated = async () => {
    const given = await this.mandate();
    const david = this.hub.as(person('david', given.organisationId, 'applicant'));
    await this.does(`/mandates/${given.mandate[1]}/delegate`, { delegateId: 'eve', to: '2026-03-20' }, david);
    return given;
  };
}
