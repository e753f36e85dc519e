import * as contract from '@hub/contracts';
import { type Dossier, newDossier } from './dossier.js';
import { evolve } from './evolve.js';
import { entryOf } from './timeline.js';
import { visibleTo } from './visibility.js';

const at = new Date('2026-03-02T09:00:00.000Z');
const happened = <Contract extends contract.EventContract>(
  { type, example }: Contract,
  changed: Partial<contract.DataOf<Contract>> = {},
) => ({
  type,
  data: { ...(example as object), ...changed },
  time: at,
});
const after = (...events: { type: string; data: unknown; time: Date }[]): Dossier =>
  events.reduce(evolve, newDossier('a'));
const viewer = (id: string, organisation: string, ...roles: string[]) => ({ id, organisation, roles });

const submitted = [happened(contract.ApplicationDrafted), happened(contract.ApplicationSubmitted)];
const withCommittee = [...submitted, happened(contract.CaseOpened), happened(contract.CaseFoundComplete)];

const claire = viewer('claire', 'inserm', 'applicant');
const officer = viewer('officer', 'hdh', 'hub_officer');
const member3 = viewer('member-3', 'cesrees', 'committee_member');
const authority = viewer('authority', 'cnil', 'authority_officer');

describe('a dossier', () => {
  it('is composed of what several services announce', () => {
    const whole = after(
      ...withCommittee,
      happened(contract.CaseAuthoritySeized),
      happened(contract.CaseDecided),
      happened(contract.PermitGranted),
      happened(contract.WorkspaceRequested),
      happened(contract.WorkspaceActivated),
    );
    expect(whole).toMatchObject({
      subStatus: 'DECIDED',
      permit: { permitId: 'HDH-2026-000001-v1', status: 'VALID' },
      workspaces: [{ workspaceId: 'HDH-2026-000001', status: 'ACTIVE' }],
      due: {},
    });
  });

  it('becomes the same however the topics’ events are interleaved', () => {
    const application = [...submitted, happened(contract.ApplicationStatusFollowed)];
    const review = [happened(contract.CaseOpened), happened(contract.CaseFoundComplete)];
    const workspace = [happened(contract.WorkspaceRequested), happened(contract.WorkspaceActivated)];
    const expected = after(...application, ...review, ...workspace);
    expect(after(...workspace, ...review, ...application)).toEqual(expected);
    const [first, ...others] = application;
    expect(after(...review, first as (typeof application)[0], ...workspace, ...others)).toEqual(expected);
  });

  it('goes from phase to phase as its procedure says', () => {
    const assessed = after(...submitted, happened(contract.CaseOpened), happened(contract.CaseFoundCompleteToPhase));
    expect(assessed).toMatchObject({
      subStatus: 'HOLDER_ASSESSMENT',
      withCommittee: false,
      due: { HOLDER_ASSESSMENT: contract.CaseFoundCompleteToPhase.example.dueAt },
    });
    const answered = happened(contract.CaseInformationReceived, { phase: 'AUTHORITY_REVIEW' });
    expect(after(...submitted, answered)).toMatchObject({ subStatus: 'AUTHORITY_REVIEW' });
    expect(after(...submitted, happened(contract.CaseRegistered))).toMatchObject({ subStatus: 'REGISTERED', due: {} });
  });

  it('follows whoever leads the project, and forgets a draft that expired', () => {
    const joined = happened(contract.ApplicationMemberJoined);
    const handed = after(...submitted, joined, happened(contract.ApplicationLeadHandedOver));
    expect(handed.leadId).toBe('david');
    expect(handed.team.map(({ personId, role }) => [personId, role])).toEqual([
      ['claire', 'member'],
      ['david', 'lead'],
    ]);
    const expired = after(happened(contract.ApplicationDrafted), happened(contract.ApplicationDraftExpired));
    expect(visibleTo(expired, claire)).toBe(false);
  });

  it('shows the clocks that run', () => {
    expect(Object.keys(after(...submitted, happened(contract.CaseOpened)).due)).toEqual(['FORWARD_TO_COMMITTEE']);
    expect(after(...withCommittee).due).toEqual({ COMMITTEE_OPINION: contract.CaseFoundComplete.example.opinionDueAt });
    const waiting = after(...withCommittee, happened(contract.CaseInformationRequested));
    expect(Object.keys(waiting.due)).toEqual(['ADDITIONAL_INFORMATION']);
    expect(waiting.subStatus).toBe('AWAITING_ADDITIONAL_INFORMATION');
    const answered = happened(contract.CaseInformationReceived, { phase: 'COMMITTEE_REVIEW' });
    expect(evolve(waiting, answered).subStatus).toBe('COMMITTEE_REVIEW');
    expect(after(...withCommittee, happened(contract.CaseOpinionIssued)).due).toEqual({});
  });
});

describe('a dossier is visible to', () => {
  it('its team, in the name of the organisation for which they are in it', () => {
    const draft = after(happened(contract.ApplicationDrafted), happened(contract.ApplicationMemberJoined));
    expect(visibleTo(draft, claire)).toBe(true);
    expect(visibleTo(draft, viewer('claire', 'institut-curie', 'applicant'))).toBe(false);
    expect(visibleTo(draft, viewer('david', 'inserm', 'applicant'))).toBe(true);
    expect(
      visibleTo(evolve(draft, happened(contract.ApplicationMemberLeft)), viewer('david', 'inserm', 'applicant')),
    ).toBe(false);
  });

  it('nobody else while it is a draft, nor once it is deleted', () => {
    const draft = after(happened(contract.ApplicationDrafted));
    for (const other of [officer, member3, authority, viewer('auditor', 'x', 'auditor')])
      expect(visibleTo(draft, other)).toBe(false);
    expect(visibleTo(evolve(draft, happened(contract.ApplicationDeleted)), claire)).toBe(false);
  });

  it('each body as soon as it is its turn', () => {
    expect([officer, member3, authority].map((one) => visibleTo(after(...submitted), one))).toEqual([
      true,
      false,
      false,
    ]);
    expect([officer, member3, authority].map((one) => visibleTo(after(...withCommittee), one))).toEqual([
      true,
      true,
      false,
    ]);
    expect(visibleTo(after(...withCommittee, happened(contract.CaseAuthoritySeized)), authority)).toBe(true);
  });

  it('the data holders to whom the case has come, to assess it or to remark on it, and no other', () => {
    const holders = ['cnam', 'chu'].map((organisation) => viewer('hugo', organisation, 'data_holder'));
    const seenBy = (dossier: Dossier) => holders.map((holder) => visibleTo(dossier, holder));
    const opened = [...submitted, happened(contract.CaseOpened)];
    expect(seenBy(after(...opened))).toEqual([false, false]);
    for (const complete of [contract.CaseFoundComplete, contract.CaseFoundCompleteToPhase])
      expect(seenBy(after(...opened, happened(complete)))).toEqual([true, false]);
    const answered = happened(contract.CaseInformationReceived, { phase: 'PROCESSING', holderIds: ['chu'] });
    expect(seenBy(after(...withCommittee, answered))).toEqual([false, true]);
    const ofApplicant = happened(contract.CaseFoundComplete, { holderIds: ['inserm'] });
    expect(visibleTo(after(...opened, ofApplicant), viewer('hugo', 'inserm', 'data_holder'))).toBe(false);
    expect(visibleTo(after(...withCommittee), viewer('otto', 'cnam', 'applicant'))).toBe(false);
  });

  it('no member with an interest, whatever else they are', () => {
    const declared = after(...withCommittee, happened(contract.CaseInterestDeclared));
    expect(visibleTo(declared, member3)).toBe(false);
    expect(visibleTo(declared, viewer('member-3', 'cesrees', 'committee_member', 'hub_officer'))).toBe(false);
    expect(visibleTo(declared, viewer('member-1', 'cesrees', 'committee_member'))).toBe(true);
    expect(visibleTo(declared, viewer('member-1', 'inserm', 'committee_member'))).toBe(false);
  });

  it('no applicant of another team, and no other role', () => {
    const seen = after(...withCommittee);
    for (const role of [
      'applicant',
      'data_holder',
      'workspace_engineer',
      'output_checker',
      'directory_administrator',
    ]) {
      expect([role, visibleTo(seen, viewer('eve', 'institut-curie', role))]).toEqual([role, false]);
    }
  });
});

describe('the timeline', () => {
  const all = contract.contracts.filter(({ topic }) =>
    /^hub\.(application|review|provisioning\.workspace)\./.test(topic),
  );
  const ofReview = all.filter(({ topic }) => /^hub\.review\.(case|permit)\./.test(topic));

  it('names no person and shows no vote', () => {
    const opinion = happened(contract.CaseOpinionIssued, {
      opinion: 'RESERVED',
      votes: { FAVOURABLE: 3, RESERVED: 1 },
    });
    const told = [...all.map((one) => happened(one)), opinion].map((event) =>
      JSON.stringify(entryOf(event, 'claire') ?? {}),
    );
    for (const one of told) expect(one).not.toMatch(/claire|david|member-\d|rapporteur-\d|votes|FAVOURABLE|RESERVED/);
    expect(entryOf(happened(contract.CaseVoteCast), 'member-1')).toMatchObject({
      actor: 'committee',
      en: 'A member voted.',
    });
  });

  it('tells every event of a case and a permit, in both languages, and who acted as what', () => {
    // A flag is read by staff, on the case.
    const untold = [contract.CaseOfficerAssigned, contract.CaseFlaggedSensitive, contract.CaseFlagLifted];
    for (const one of ofReview) {
      const entry = entryOf(happened(one), 'somebody');
      if (untold.every(({ type }) => one.type !== type))
        expect([one.type, entry?.en.length, entry?.fr.length]).toEqual([
          one.type,
          expect.any(Number),
          expect.any(Number),
        ]);
    }
    expect(entryOf(happened(contract.CaseDecided), 'service:review')?.actor).toBe('review');
    expect(entryOf(happened(contract.CaseFoundComplete), 'officer')?.fr).toContain('2026-04-09');
  });
});
