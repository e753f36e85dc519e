import type { Tie } from '../interests/interests.js';
import {
  anne,
  beforeTheCommittee,
  cleared,
  declares,
  given,
  grounds,
  mehdi,
  named,
  officer,
  president,
  reported,
  stateAfter,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import { viewOf } from './case.view.js';
import { castVote } from './cast-vote.js';
import { declareInterest, recuseMember } from './declare-interest.js';
import { fileReport } from './file-report.js';
import { issueOpinion } from './issue-opinion.js';
import { nameRapporteurs } from './name-rapporteurs.js';
import { openVote } from './open-vote.js';

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
