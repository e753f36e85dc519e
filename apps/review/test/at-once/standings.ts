import { ApplicationInformationProvided } from '@hub/contracts';
import { eventually, publish } from '@hub/testkit';
import { grounds, people, type ReviewUnderTest, scope, team, type Who } from '../review-under-test.js';

/** Something to decide on: where its history stands, and where it is read and ordered. */
export interface Thing {
  readonly stream: string;
  readonly root: string;
  readonly read: string;
  readonly reader: Who;
  /** The case that an order on something else is about. */
  readonly caseId?: string;
}

export const reasons = 'Weighed.';
export const remarks = [{ field: 'purpose.expectedBenefit', remark: 'For whom?' }];

export const hearing = { heldOn: '2030-01-07T10:00:00+01:00', questions: ['For whom?'] };
export const presidents = ['president', 'president-2'] as const;
export const voters = ['member-1', 'member-2'] as const;
export const rapporteurs = ['reader-21', 'reader-22'] as const;

/** Cases brought to where somebody decides. */
export class Standings {
  private count = 0;

  constructor(protected readonly review: ReviewUnderTest) {}

  protected thing = (aggregate: string, id: string, root: string, reader: Who = 'auditor'): Thing => ({
    ...{ stream: `${aggregate}/${id}`, root, read: root, reader },
  });
  protected case = (id: string): Thing => this.thing('case', id, `/cases/${id}`);
  protected name = () => `at-once-${++this.count}`;

  protected async does(who: Who, { root }: Thing, path: string, body: object = {}): Promise<void> {
    await this.review.does(who, `${root}/${path}`, body);
  }

  screening = async (procedure = 'FR_AUTHORISATION', version = 1) =>
    this.case(await this.review.opened(this.name(), procedure, {}, version));

  european = () => this.screening('EU_ACCESS');

  /** The applicant has answered what they were asked. */
  answered = async () => {
    const applicationId = this.name();
    const screened = this.case(await this.review.opened(applicationId));
    await this.does('officer', screened, 'information-requests', { remarks });
    const { body } = await this.review.get('officer', screened.read);
    const { requestId } = body.informationRequests.at(-1);
    await publish(
      ApplicationInformationProvided,
      applicationId,
      {
        ...{ applicationId, requestId, fields: [], team, scope },
      },
      { time: this.review.hub.clock.now() },
    );
    await eventually(async () => {
      expect((await this.review.get('officer', screened.read)).body.status).toBe('PRE_SCREENING');
    });
    return screened;
  };

  complete = async (procedure?: string, version?: number) => {
    const screened = await this.screening(procedure, version);
    await this.does('officer', screened, 'completeness');
    return screened;
  };

  holder = () => this.complete('EU_TRUSTED_HOLDER');

  /** Under the versions that ask for findings. */
  assessed = () => this.complete('EU_ACCESS', 3);
  assessedByHolder = () => this.complete('EU_TRUSTED_HOLDER', 3);

  /** The holders' time to propose is over. */
  holdersLate = async () => {
    const assessed = await this.holder();
    this.review.hub.clock.advance(100 * 86_400_000);
    return assessed;
  };

  committee = async () => {
    const reviewed = await this.complete();
    for (const who of presidents) await this.does(who, reviewed, 'interests', { interest: false });
    return reviewed;
  };

  /** A member whose standing declaration names the applicant's organisation. */
  tied = async () => {
    const member = await this.review.hub.as(people['reader-24']);
    await member.post('/interests/mine', {
      ties: [{ kind: 'EMPLOYMENT', to: 'ORGANISATION', id: 'inserm', since: '2019-09-01' }],
    });
    return this.committee();
  };

  hearingCalled = async () => {
    const reviewed = await this.committee();
    await this.does('president', reviewed, 'hearings', hearing);
    return reviewed;
  };

  cleared = async () => {
    const reviewed = await this.committee();
    for (const who of rapporteurs) await this.does(who, reviewed, 'interests', { interest: false });
    return reviewed;
  };

  named = async () => {
    const reviewed = await this.cleared();
    await this.does('president', reviewed, 'rapporteurs', { rapporteurs });
    return reviewed;
  };

  reported = async () => {
    const reviewed = await this.committee();
    const pair = this.review.nextRapporteurs();
    for (const who of [...voters, ...pair]) await this.does(who, reviewed, 'interests', { interest: false });
    await this.does('president', reviewed, 'rapporteurs', { rapporteurs: pair });
    for (const who of pair) await this.does(who, reviewed, 'reports', { text: 'Read.', proposal: 'FAVOURABLE' });
    return reviewed;
  };

  vote = async () => {
    const reviewed = await this.reported();
    await this.does('president', reviewed, 'vote', { present: ['president', ...voters] });
    return reviewed;
  };

  /** A late interest has left fewer than the quorum. */
  quorumLost = async () => {
    const reviewed = await this.vote();
    await this.does('member-1', reviewed, 'interests', { interest: true });
    return reviewed;
  };

  voted = async () => {
    const reviewed = await this.vote();
    for (const who of ['president', ...voters] as const)
      await this.does(who, reviewed, 'votes', { vote: 'FAVOURABLE' });
    return reviewed;
  };

  choice = async () => {
    const reviewed = await this.voted();
    await this.does('president', reviewed, 'opinion', { grounds });
    return reviewed;
  };

  authority = () => this.complete('EU_ACCESS');

  granted = async () => {
    const decided = await this.authority();
    await this.does('authority', decided, 'decision', { decision: 'AUTHORISED', reasons });
    return decided;
  };

  refused = async () => {
    const decided = await this.authority();
    await this.does('authority', decided, 'decision', { decision: 'REFUSED', reasons });
    return decided;
  };

  appealed = async () => {
    const decided = await this.refused();
    await this.does('claire', decided, 'decision/appeal', { grounds: 'A mistake.' });
    return decided;
  };

  statistics = async () => {
    const asked = await this.complete('EU_DATA_REQUEST');
    await this.does('authority', asked, 'decision', { decision: 'AUTHORISED', reasons });
    return asked;
  };
}
