import { type Actor, fold } from '@hub/decider';
import { auditor, claire, david, officer, person, procedures, storyUnder } from '../case/case.fixture.js';
import { type Opened, reviewCase } from '../case/case.js';
import { published } from '../case/case.published.js';
import { viewOf } from '../case/case.view.js';
import { authorise, refuseAuthorisation } from '../case/decide.js';
import { proposeDecision } from '../case/propose-decision.js';
import { recordCompleteness } from '../case/record-completeness.js';
import type { Story } from '../case/story.fixture.js';
import { appealDecision, ruleOnDecisionAppeal } from '../decision/appeal-decision.js';
import type { AfterDecision } from '../decision/decision.states.js';
import { decisionCardOf } from '../decision/decision-card.js';
import { recordFinding, recordHoldersFinding } from './record-finding.js';

const helena = person('helena', 'hdh', 'authority_officer');
const other = person('other', 'hdh', 'authority_officer');
const holder = person('camille', 'cnam', 'data_holder');
const reasons = 'Weighed.';

const begun = (procedure: string) =>
  storyUnder(procedure, ['cnam'], procedures, procedures.newest(procedure)?.version).then(
    recordCompleteness,
    { urgent: false },
    officer,
  );
const criteriaOf = (procedure: string) => (procedures.newest(procedure)?.criteria ?? []).map(({ key }) => key);
const finds = (story: Story, criterion: string, finding: 'MET' | 'NOT_MET' | 'NOT_APPLICABLE', by: Actor = helena) =>
  story.then(recordFinding, { criterion, finding, reasons: `On ${criterion}.` }, by);
const allMet = (story: Story, keys: readonly string[]) =>
  keys.reduce((sofar, criterion) => finds(sofar, criterion, 'MET'), story);
const seen = (story: Story, actor: Actor) =>
  viewOf(story.state as Opened, actor, { id: 'c', version: 1, now: new Date(0), allowed: [] }) as Record<string, any>;
const pointSeen = (story: Story, criterion: string) =>
  seen(story, officer).findings.find(({ key }: { key: string }) => key === criterion);

describe.each(['EU_ACCESS', 'EU_ACCELERATED', 'EU_DATA_REQUEST'])('a finding under %s', (procedure) => {
  const keys = criteriaOf(procedure);

  it('is stored on each criterion with reasons, author and time [R7.3.1] [R7.4.1]', () => {
    const found = allMet(begun(procedure), keys);
    expect(seen(found, auditor).findings.map(({ key, found: { by, finding } }: any) => [key, by, finding])).toEqual(
      keys.map((key) => [key, 'helena', 'MET']),
    );
    expect(pointSeen(found, keys[0] as string).found).toEqual({
      ...{ at: '2026-03-02T09:00:00.000Z', by: 'helena', finding: 'MET', reasons: `On ${keys[0]}.` },
    });
  });
  it('says how the risks of article 68(2) are reduced, and without it nothing is granted [R7.3.3] [R7.4.2b]', () => {
    const rest = allMet(
      begun(procedure),
      keys.filter((key) => key !== 'RISKS_MITIGATED'),
    );
    rest.when(authorise, { reasons }, helena).refused('findings-missing', { criteria: ['RISKS_MITIGATED'] });
    const whole = finds(rest, 'RISKS_MITIGATED', 'MET');
    expect(pointSeen(whole, 'RISKS_MITIGATED')).toMatchObject({
      ...{ article: 'art. 68(2)', found: { reasons: 'On RISKS_MITIGATED.' } },
    });
    whole.then(authorise, { reasons }, helena).is({ decision: { decision: 'AUTHORISED' } });
  });
  it('is demanded on every criterion by a positive decision, and by no refusal', () => {
    begun(procedure).when(authorise, { reasons }, helena).refused('findings-missing', { criteria: keys });
    begun(procedure)
      .then(refuseAuthorisation, { reasons }, helena)
      .is({ decision: { decision: 'REFUSED' } });
  });
});

describe('a finding', () => {
  const keys = criteriaOf('EU_ACCESS');
  const found = allMet(begun('EU_ACCESS'), keys);

  it('that a criterion is not met keeps from granting, until what has changed is recorded', () => {
    const unmet = finds(found, 'ETHICS_ASSESSED', 'NOT_MET');
    unmet.when(authorise, { reasons }, helena).refused('criteria-not-met', { criteria: ['ETHICS_ASSESSED'] });
    finds(unmet, 'ETHICS_ASSESSED', 'NOT_APPLICABLE').then(authorise, { reasons }, helena);
  });
  it('takes the place of an earlier one, which stays with its author', () => {
    const again = finds(found, 'DATA_NECESSARY', 'NOT_MET', officer);
    expect(pointSeen(again, 'DATA_NECESSARY')).toMatchObject({
      found: { finding: 'NOT_MET', by: 'officer' },
      superseded: [{ finding: 'MET', by: 'helena' }],
    });
  });
  it('is on a criterion of the procedure', () => {
    const nonsense = { criterion: 'NONSENSE', finding: 'MET', reasons } as const;
    found.when(recordFinding, nonsense, helena).refused('criterion-unknown', { criterion: 'NONSENSE', known: keys });
    const french = storyUnder('FR_AUTHORISATION').then(recordCompleteness, { urgent: false }, officer);
    expect(french.allowed(officer)).not.toContain('record-finding');
  });
  it('is the trusted holder’s as well, while the case is with it', () => {
    const command = { criterion: 'DATA_NECESSARY', finding: 'MET', reasons } as const;
    const assessing = begun('EU_TRUSTED_HOLDER');
    expect(assessing.allowed(holder)).toContain('record-holders-finding');
    assessing.when(recordFinding, command, helena).refused('not-found');
    const assessed = assessing.then(recordHoldersFinding, command, holder);
    expect(pointSeen(assessed, 'DATA_NECESSARY').found).toMatchObject({ by: 'camille', holderId: 'cnam' });
    const proposed = assessed.then(proposeDecision, { proposal: 'GRANT', reasons }, holder);
    proposed.when(recordHoldersFinding, command, holder).refused('not-allowed-now');
    expect(proposed.allowed(holder)).not.toContain('record-finding');
  });
  it('is read by who assesses and the auditor; by the applicant with the decision, and no author', () => {
    for (const who of [claire, david]) expect(seen(found, who)).not.toHaveProperty('findings');
    const decided = found.then(authorise, { reasons }, helena);
    for (const who of [claire, david]) {
      expect(seen(decided, who)).not.toHaveProperty('findings');
      expect(seen(decided, who).decision.findings).toHaveLength(keys.length);
      expect(seen(decided, who).decision.findings[0]).toEqual({
        ...{
          criterion: 'PURPOSE_PERMITTED',
          article: 'art. 68(1)(a)',
          finding: 'MET',
          reasons: 'On PURPOSE_PERMITTED.',
        },
        ...{ en: expect.any(String), fr: expect.any(String) },
      });
    }
    const { findings } = decisionCardOf('c', decided.state as AfterDecision, { id: 't', version: 1 });
    expect(findings?.map(({ criterion }) => criterion)).toEqual(keys);
  });
  it('of an appeal is needed for granting it and changes nothing in the refusal that is contested', () => {
    const refused = finds(found, 'ETHICS_ASSESSED', 'NOT_MET').then(refuseAuthorisation, { reasons }, helena);
    const appealed = refused.then(appealDecision, { grounds: 'It was assessed.' }, claire);
    const ruling = { ruling: 'APPROVED', reasons } as const;
    appealed.when(ruleOnDecisionAppeal, ruling, other).refused('criteria-not-met', { criteria: ['ETHICS_ASSESSED'] });
    const anew = finds(appealed, 'ETHICS_ASSESSED', 'MET', other);
    const onEthics = (story: Story) =>
      seen(story, claire).decision.findings.find(({ criterion }: any) => criterion === 'ETHICS_ASSESSED').finding;
    expect([onEthics(anew), onEthics(anew.then(ruleOnDecisionAppeal, ruling, other))]).toEqual(['NOT_MET', 'MET']);
  });
  it('tells others on which criterion, and neither what was found nor why', () => {
    const event = found.events.at(-1) as Parameters<typeof published>[0];
    const { state } = fold(reviewCase, found.events);
    expect(published(event, state, 'c').data).toEqual({
      ...{ caseId: 'c', applicationId: 'app-1', criterion: 'RISKS_MITIGATED' },
    });
  });
});
