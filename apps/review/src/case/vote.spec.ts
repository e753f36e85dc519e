import {
  anne,
  beforeTheCommittee,
  claire,
  cleared,
  declares,
  ends,
  given,
  grounds,
  justAfter,
  lastInstant,
  mehdi,
  named,
  officer,
  person,
  president,
  reportBy,
  reported,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import { castVote } from './cast-vote.js';
import { issueOpinion } from './issue-opinion.js';
import { openVote } from './open-vote.js';

const all = ['president', 'anne', 'mehdi', 'sylvie'];

describe('open-vote', () => {
  it('freezes who is present and the quorum', () => {
    given(...reported)
      .when(openVote, { present: all }, { actor: president })
      .then(voteOpened);
    given(...reported, voteOpened)
      .when(openVote, { present: all }, { actor: president })
      .refused('vote-open');
  });
  it('waits for the rapporteurs and their reports', () => {
    given(...beforeTheCommittee, ...cleared)
      .when(openVote, { present: all }, { actor: president })
      .refused('rapporteurs-missing');
    given(...beforeTheCommittee, ...cleared, named, reportBy('anne'))
      .when(openVote, { present: all }, { actor: president })
      .refused('reports-missing', { persons: ['mehdi'] });
  });
  it('admits only the cleared, and needs half of the seats that are not recused', () => {
    given(...reported)
      .when(openVote, { present: [...all, 'zoe'] }, { actor: president })
      .refused('present-not-cleared', { persons: ['zoe'] });
    given(...reported)
      .when(openVote, { present: ['anne'] }, { actor: president })
      .refused('quorum-not-reached', { quorum: 3, present: 2 });
    const others = [declares(sylvie, true), { ...declares(sylvie, true), memberId: 'zoe' }];
    given(...reported, ...others)
      .when(openVote, { present: ['anne'] }, { actor: president })
      .leadsTo((state) => expect(state).toMatchObject({ item: { vote: { quorum: 2 } } }));
  });
});

describe('cast-vote', () => {
  it('counts one vote of each member who was present', () => {
    given(...reported, voteOpened)
      .when(castVote, { vote: 'RESERVED' }, { actor: anne })
      .then({ type: 'vote-cast', memberId: 'anne', vote: 'RESERVED' });
    given(...reported, voteOpened, ...votes({ anne: 'RESERVED' }))
      .when(castVote, { vote: 'FAVOURABLE' }, { actor: anne })
      .refused('voted-already');
    const zoe = person('zoe', 'cesrees', 'committee_member');
    given(...reported, voteOpened, declares(zoe))
      .when(castVote, { vote: 'FAVOURABLE' }, { actor: zoe })
      .refused('not-present');
  });
  it('needs an open vote and a limit that has not ended', () => {
    given(...reported)
      .when(castVote, { vote: 'FAVOURABLE' }, { actor: anne })
      .refused('vote-not-open');
    given(...reported, voteOpened)
      .when(castVote, { vote: 'FAVOURABLE' }, { actor: anne, now: lastInstant(ends.opinion) })
      .then(...votes({ anne: 'FAVOURABLE' }));
    given(...reported, voteOpened)
      .when(castVote, { vote: 'FAVOURABLE' }, { actor: anne, now: justAfter(ends.opinion) })
      .refused('time-is-up');
  });
});

describe('issue-opinion', () => {
  const voted = (cast: Parameters<typeof votes>[0]) => given(...reported, voteOpened, ...votes(cast));
  it('gives the opinion with the most votes', () => {
    voted({ president: 'UNFAVOURABLE', anne: 'RESERVED', mehdi: 'RESERVED' })
      .when(issueOpinion, { grounds }, { actor: president })
      .leadsTo((state) =>
        expect(state).toMatchObject({
          status: 'APPLICANT_CHOICE',
          opinion: { opinion: 'RESERVED', tally: { RESERVED: 2, UNFAVOURABLE: 1 } },
        }),
      );
  });
  it('lets the president’s vote decide a tie, or asks for it', () => {
    const tie = { president: 'RESERVED', anne: 'FAVOURABLE', mehdi: 'FAVOURABLE', sylvie: 'RESERVED' } as const;
    voted(tie)
      .when(issueOpinion, { grounds }, { actor: president })
      .leadsTo((state) => expect(state).toMatchObject({ opinion: { opinion: 'RESERVED' } }));
    const open = {
      anne: 'FAVOURABLE',
      mehdi: 'FAVOURABLE',
      sylvie: 'RESERVED',
      zoe: 'RESERVED',
      president: 'UNFAVOURABLE',
    } as const;
    voted(open)
      .when(issueOpinion, { grounds }, { actor: president })
      .refused('tie', { between: ['FAVOURABLE', 'RESERVED'] });
    voted(open).when(issueOpinion, { grounds, castingVote: 'UNFAVOURABLE' }, { actor: president }).refused('tie');
    voted(open)
      .when(issueOpinion, { grounds, castingVote: 'FAVOURABLE' }, { actor: president })
      .leadsTo((state) => expect(state).toMatchObject({ opinion: { opinion: 'FAVOURABLE' } }));
  });
  it('needs the quorum’s votes, an open vote, and the recommendations that it promises', () => {
    voted({ president: 'FAVOURABLE', anne: 'FAVOURABLE' })
      .when(issueOpinion, { grounds }, { actor: president })
      .refused('quorum-not-reached');
    given(...reported)
      .when(issueOpinion, { grounds }, { actor: president })
      .refused('vote-not-open');
    const three = {
      president: 'FAVOURABLE_WITH_RECOMMENDATIONS',
      anne: 'FAVOURABLE_WITH_RECOMMENDATIONS',
      mehdi: 'RESERVED',
    } as const;
    voted(three).when(issueOpinion, { grounds }, { actor: president }).refused('recommendations-missing');
  });
  it('cannot come after the limit: silence has spoken', () => {
    const three = { president: 'UNFAVOURABLE', anne: 'UNFAVOURABLE', mehdi: 'UNFAVOURABLE' } as const;
    voted(three)
      .when(issueOpinion, { grounds }, { actor: president, now: justAfter(ends.opinion) })
      .refused('time-is-up', { dueAt: ends.opinion });
  });
});

it('the applicant and the officer have no part in the vote', () => {
  given(...reported, voteOpened)
    .when(castVote, { vote: 'FAVOURABLE' }, { actor: claire })
    .refused('forbidden');
  given(...reported, voteOpened)
    .when(castVote, { vote: 'FAVOURABLE' }, { actor: officer })
    .refused('forbidden');
  given(...reported, voteOpened)
    .when(castVote, { vote: 'FAVOURABLE' }, { actor: mehdi })
    .then(...votes({ mehdi: 'FAVOURABLE' }));
});
