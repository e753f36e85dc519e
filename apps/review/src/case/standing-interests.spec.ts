import { tiesWith } from '../interests/conflicts.js';
import type { Tie } from '../interests/interests.js';
import type { CaseEvent } from './case.events.js';
import {
  anne,
  at,
  beforeTheCommittee,
  cleared,
  complete,
  declares,
  given,
  grounds,
  mehdi,
  named,
  officer,
  opened,
  president,
  reported,
  scope,
  stateAfter,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import { viewOf } from './case.view.js';
import { castVote } from './cast-vote.js';
import type { ConflictFacts } from './conflict-facts.js';
import { declareInterest, recuseMember } from './declare-interest.js';
import { fileReport } from './file-report.js';
import { issueOpinion } from './issue-opinion.js';
import { nameRapporteurs } from './name-rapporteurs.js';
import { openVote } from './open-vote.js';
import { partiesTo } from './parties.js';

const tie: Tie = { kind: 'EMPLOYMENT', to: 'ORGANISATION', id: 'inserm', since: '2019-09-01' };
const ofAnne = { conflicts: { anne: [tie] } };
const present = ['president', 'anne', 'mehdi', 'sylvie'];

describe('a member whose published declaration names the project', () => {
  it('cannot declare to have no interest; the refusal names the entries', () => {
    given(...beforeTheCommittee)
      .when(declareInterest, { interest: false }, { actor: anne, ...ofAnne })
      .refused('declared-elsewhere', { entries: [tie] });
    given(...beforeTheCommittee)
      .when(declareInterest, { interest: true }, { actor: anne, ...ofAnne })
      .then(declares(anne, true));
    given(...beforeTheCommittee)
      .when(declareInterest, { interest: false }, { actor: mehdi, ...ofAnne })
      .then(declares(mehdi));
  });
  it('is recused by the president, who cannot recuse anybody else', () => {
    given(...beforeTheCommittee, declares(president))
      .when(recuseMember, { memberId: 'anne' }, { actor: president, ...ofAnne })
      .then({ type: 'interest-declared', memberId: 'anne', organisationId: '', interest: true });
    given(...beforeTheCommittee, ...cleared)
      .when(recuseMember, { memberId: 'mehdi' }, { actor: president, ...ofAnne })
      .refused('nothing-declared');
    given(...beforeTheCommittee, declares(president), declares(anne, true))
      .when(recuseMember, { memberId: 'anne' }, { actor: president, ...ofAnne })
      .refused('recused-already');
    given(...beforeTheCommittee, ...cleared)
      .when(recuseMember, { memberId: 'anne' }, { actor: mehdi, ...ofAnne })
      .refused('forbidden');
  });
  it('who published it only after being cleared neither reports, is present nor votes', () => {
    given(...beforeTheCommittee, ...cleared)
      .when(nameRapporteurs, { rapporteurs: ['anne', 'mehdi'] }, { actor: president, ...ofAnne })
      .refused('members-conflicted', { persons: ['anne'] });
    given(...beforeTheCommittee, ...cleared, named)
      .when(fileReport, { text: '…', proposal: 'FAVOURABLE' }, { actor: anne, ...ofAnne })
      .refused('declared-elsewhere');
    given(...reported)
      .when(openVote, { present }, { actor: president, ...ofAnne })
      .refused('members-conflicted', { persons: ['anne'] });
    given(...reported, voteOpened)
      .when(castVote, { vote: 'FAVOURABLE' }, { actor: anne, ...ofAnne })
      .refused('declared-elsewhere');
    const cast = votes({ president: 'FAVOURABLE', anne: 'FAVOURABLE', mehdi: 'FAVOURABLE' });
    given(...reported, voteOpened, ...cast)
      .when(issueOpinion, { grounds }, { actor: president, ...ofAnne })
      .refused('members-conflicted', { persons: ['anne'] });
  });
  it('is shown to the president beside the others, and to themselves before they declare', () => {
    const state = stateAfter(...beforeTheCommittee, declares(president), declares(sylvie));
    const seen = (actor: typeof anne) =>
      viewOf(state, actor, { id: 'c', version: 1, now: new Date(0), allowed: [], ...ofAnne }) as Record<string, any>;
    expect(seen(president).committee.conflicts).toEqual([{ memberId: 'anne', entries: [tie] }]);
    expect(seen(anne).declaredElsewhere).toEqual([tie]);
    expect(seen(mehdi)).not.toHaveProperty('declaredElsewhere');
    expect(seen(sylvie).committee).not.toHaveProperty('conflicts');
    expect(JSON.stringify(seen(officer))).not.toContain('EMPLOYMENT');
  });
});

describe('a member whose published declaration names a sponsor of the project', () => {
  const bySponsor: Tie = { kind: 'FUNDING', to: 'SPONSOR', id: 'laboratoire', since: '2019-09-01' };
  const sponsored = (name: string): CaseEvent[] => [
    { ...opened, parties: [{ role: 'sponsor', name }] } as CaseEvent,
    complete,
  ];
  const factsAfter = (...events: CaseEvent[]): ConflictFacts => {
    const state = stateAfter(...events);
    const ties = state.status === 'COMMITTEE_REVIEW' ? tiesWith([bySponsor], partiesTo(state.file), '2026-03-02') : [];
    return { conflicts: ties.length > 0 ? { anne: ties } : {} };
  };

  it('is recused as with an organisation of its team', () => {
    const events = sponsored('Laboratoire');
    const facts = factsAfter(...events);
    expect(facts).toEqual({ conflicts: { anne: [bySponsor] } });
    given(...events)
      .when(declareInterest, { interest: false }, { actor: anne, ...facts })
      .refused('declared-elsewhere', { entries: [bySponsor] });
    given(...events, declares(president))
      .when(recuseMember, { memberId: 'anne' }, { actor: president, ...facts })
      .then({ type: 'interest-declared', memberId: 'anne', organisationId: '', interest: true });
    expect(factsAfter(...sponsored('Another'))).toEqual({ conflicts: {} });
  });
  it('is recused also where the sponsor comes up only in answer to a request', () => {
    const request: CaseEvent = {
      ...{ type: 'information-requested', at, requestId: 'r', remarks: [{ field: 'applicant.parties', remark: '…' }] },
      ...{ dueAt: at, clocks: {} },
    };
    const answer: CaseEvent = {
      ...{ type: 'information-received', at, requestId: 'r', team: [], scope, clocks: {} },
      parties: [{ role: 'funder', organisationId: 'laboratoire', name: 'L.' }],
    };
    const before = [...sponsored('Another'), ...cleared];
    expect(factsAfter(...before, request, answer)).toEqual({ conflicts: { anne: [bySponsor] } });
    expect(factsAfter(...before, request, { ...answer, parties: [] })).toEqual({ conflicts: {} });
  });
});
