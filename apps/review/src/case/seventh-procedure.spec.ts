import { clockOf, inconsistenciesOf, type Procedure, Procedures } from '@hub/procedures';
import {
  anne,
  authority,
  claire,
  grounds,
  justAfter,
  mehdi,
  officer,
  person,
  president,
  review,
  storyUnder,
  sylvie,
} from './case.fixture.js';
import { castVote } from './cast-vote.js';
import { whenSilent } from './commands.js';
import { authorise } from './decide.js';
import { declareInterest } from './declare-interest.js';
import { fileReport } from './file-report.js';
import { goOnToAuthority } from './go-on-to-authority.js';
import { issueOpinion } from './issue-opinion.js';
import { nameRapporteurs } from './name-rapporteurs.js';
import { openVote } from './open-vote.js';
import { proposeDecision } from './propose-decision.js';
import { recordCompleteness } from './record-completeness.js';

const declared = new Procedures();
const french = declared.of({ id: 'FR_AUTHORISATION', version: 1 });
const trusted = declared.of({ id: 'EU_TRUSTED_HOLDER', version: 1 });
const [preScreening, committee, choice, authorityReview] = french.phases as [P, P, P, P];
type P = Procedure['phases'][number];

/** Declared here and nowhere else: other phases in another order, other people, other limits, other silences. */
const regional: Procedure = {
  ...french,
  id: 'REGIONAL_PILOT',
  title: { en: 'Regional pilot', fr: 'Pilote régional' },
  phases: [
    { ...preScreening, acts: ['output_checker'] },
    { ...(trusted.phases[1] as P), acts: ['data_holder'] },
    committee,
    choice,
    { ...authorityReview, acts: ['security_officer'] },
  ],
  clocks: {
    ...french.clocks,
    HOLDER_ASSESSMENT: {
      ...clockOf(trusted, 'HOLDER_ASSESSMENT'),
      limit: { ...clockOf(trusted, 'HOLDER_ASSESSMENT').limit, length: { days: 10 } },
    },
    COMMITTEE_OPINION: { ...clockOf(french, 'COMMITTEE_OPINION'), onSilence: 'OVERDUE' },
  },
};
const procedures = new Procedures([...declared.current(), regional]);

const screener = person('sam', 'region', 'output_checker');
const holder = person('camille', 'cnam', 'data_holder');
const decider = person('dana', 'region', 'security_officer');

describe('a seventh procedure, declared and nothing more', () => {
  const begun = storyUnder('REGIONAL_PILOT', ['cnam'], procedures);

  it('holds together', () => {
    expect(inconsistenciesOf(regional)).toEqual([]);
  });
  it('is walked through by the people that it names, to the decision', () => {
    const assessing = begun.then(recordCompleteness, { urgent: false }, screener).is({ status: 'HOLDER_ASSESSMENT' });
    expect(assessing.due('HOLDER_ASSESSMENT')).toBe('2026-03-12T22:59:59.999Z');
    let story = assessing
      .then(proposeDecision, { proposal: 'GRANT', reasons: 'r' }, holder)
      .is({ status: 'COMMITTEE_REVIEW' });
    for (const member of [president, anne, mehdi, sylvie])
      story = story.then(declareInterest, { interest: false }, member);
    story = story.then(nameRapporteurs, { rapporteurs: ['anne', 'mehdi'] }, president);
    for (const rapporteur of [anne, mehdi])
      story = story.then(fileReport, { text: 't', proposal: 'FAVOURABLE' }, rapporteur);
    story = story.then(openVote, { present: ['anne', 'mehdi', 'sylvie'] }, president);
    for (const member of [president, anne, mehdi]) story = story.then(castVote, { vote: 'FAVOURABLE' }, member);
    story = story.then(issueOpinion, { grounds }, president).is({ status: 'APPLICANT_CHOICE' });
    story = story.then(goOnToAuthority, {}, claire).is({ status: 'AUTHORITY_REVIEW' });
    story
      .then(authorise, { reasons: 'r', followedProposal: true }, decider)
      .is({ status: 'DECIDED', decision: { decision: 'AUTHORISED' }, assessments: [{ holderId: 'cnam' }] });
  });
  it('is not before those whom other procedures name', () => {
    begun.when(recordCompleteness, { urgent: false }, officer).refused('not-found');
    expect(begun.then(recordCompleteness, { urgent: false }, screener).allowed(authority)).toEqual([]);
  });
  it('means by silence what it says: here the committee is late, and opines still', () => {
    const story = begun
      .then(recordCompleteness, { urgent: false }, screener)
      .then(proposeDecision, { proposal: 'GRANT', reasons: 'r' }, holder);
    const dueAt = story.due('COMMITTEE_OPINION') as string;
    const ordered = whenSilent[clockOf(regional, 'COMMITTEE_OPINION').onSilence];
    if (!ordered) throw new Error('silence orders nothing');
    const late = story.then(ordered, { clock: 'COMMITTEE_OPINION', dueAt }, review, justAfter(dueAt));
    late
      .is({ status: 'COMMITTEE_REVIEW', file: { clocks: { COMMITTEE_OPINION: { missed: true } } } })
      .then(declareInterest, { interest: false }, anne, justAfter(dueAt));
  });
  it('of which the committee’s opinion leads to the authority at once, where nobody has a choice', () => {
    const { phases } = regional;
    const direct = {
      ...regional,
      phases: phases.filter(({ name }) => name !== 'APPLICANT_CHOICE'),
      clocks: french.clocks,
    };
    const clocks = { ...direct.clocks, HOLDER_ASSESSMENT: regional.clocks.HOLDER_ASSESSMENT };
    const story = storyUnder('REGIONAL_PILOT', ['cnam'], new Procedures([{ ...direct, clocks } as Procedure]))
      .then(recordCompleteness, { urgent: false }, screener)
      .then(proposeDecision, { proposal: 'GRANT', reasons: 'r' }, holder);
    const dueAt = story.due('COMMITTEE_OPINION') as string;
    const silent = whenSilent.TACIT_FAVOURABLE;
    if (!silent) throw new Error('silence orders nothing');
    const seized = story.then(silent, { clock: 'COMMITTEE_OPINION', dueAt }, review, justAfter(dueAt));
    seized.is({ status: 'AUTHORITY_REVIEW', opinion: { opinion: 'TACIT_FAVOURABLE' } });
    expect(seized.types().slice(-2)).toEqual(['opinion-issued', 'authority-seized']);
  });
});
