import type { CaseEvent } from './case.events.js';
import {
  anne,
  beforeTheCommittee,
  claire,
  cleared,
  declares,
  ends,
  given,
  grounds,
  irene,
  justAfter,
  lastInstant,
  mehdi,
  named,
  officer,
  opinion,
  person,
  president,
  reportBy,
  reported,
  review,
  stateAfter,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import { castVote } from './cast-vote.js';
import { declareInterest } from './declare-interest.js';
import { extendOpinion } from './extend-time.js';
import { fileReport } from './file-report.js';
import { issueOpinion, opineTacitly } from './issue-opinion.js';
import { nameRapporteurs } from './name-rapporteurs.js';
import { openVote } from './open-vote.js';
import { requestInformation } from './request-information.js';

const all = ['president', 'anne', 'mehdi', 'sylvie'];

describe('declare-interest', () => {
  it('clears who has none, and recuses who has one', () => {
    given(...beforeTheCommittee)
      .when(declareInterest, { interest: false }, { actor: anne })
      .then(declares(anne));
    given(...beforeTheCommittee)
      .when(declareInterest, { interest: true }, { actor: anne })
      .then(declares(anne, true));
  });
  it('comes before everything else: nobody acts undeclared', () => {
    given(...beforeTheCommittee)
      .when(nameRapporteurs, { rapporteurs: ['anne', 'mehdi'] }, { actor: president })
      .refused('forbidden');
  });
  it('lets an interest be discovered later, but never undone: the case no longer exists for them', () => {
    given(...beforeTheCommittee, declares(anne))
      .when(declareInterest, { interest: false }, { actor: anne })
      .refused('declared-already');
    given(...beforeTheCommittee, declares(anne))
      .when(declareInterest, { interest: true }, { actor: anne })
      .then(declares(anne, true));
    given(...beforeTheCommittee, declares(anne, true))
      .when(declareInterest, { interest: false }, { actor: anne })
      .refused('not-found');
  });
  it('is not asked of members from the applicant’s own organisation: they are recused by it', () => {
    given(...beforeTheCommittee)
      .when(declareInterest, { interest: false }, { actor: irene })
      .refused('not-found');
  });
  it('takes a late interest out of rapporteurs, reports, presence and votes; the quorum stays frozen', () => {
    const state = stateAfter(...reported, voteOpened, ...votes({ anne: 'FAVOURABLE' }), declares(anne, true));
    expect(state).toMatchObject({
      item: {
        rapporteurs: ['mehdi'],
        reports: [{ rapporteurId: 'mehdi' }],
        vote: { present: ['president', 'mehdi', 'sylvie'], quorum: 3, votes: {} },
      },
    });
  });
});

describe('name-rapporteurs', () => {
  const ready = [...beforeTheCommittee, ...cleared];
  it('names two cleared members', () => {
    given(...ready)
      .when(nameRapporteurs, { rapporteurs: ['anne', 'mehdi'] }, { actor: president })
      .then(named);
  });
  it('takes neither one, nor the same one twice', () => {
    given(...ready)
      .when(nameRapporteurs, { rapporteurs: ['anne'] }, { actor: president })
      .refused('rapporteurs-count', { count: 2 });
    given(...ready)
      .when(nameRapporteurs, { rapporteurs: ['anne', 'anne'] }, { actor: president })
      .refused('rapporteurs-count');
  });
  it('takes nobody recused, undeclared, or from the applicant’s side', () => {
    given(...ready, declares(anne, true))
      .when(nameRapporteurs, { rapporteurs: ['anne', 'mehdi'] }, { actor: president })
      .refused('rapporteurs-recused', { persons: ['anne'] });
    given(...ready)
      .when(nameRapporteurs, { rapporteurs: ['anne', 'zoe'] }, { actor: president })
      .refused('rapporteurs-not-cleared', { persons: ['zoe'] });
    given(...ready)
      .when(nameRapporteurs, { rapporteurs: ['anne', 'claire'] }, { actor: president })
      .refused('rapporteurs-of-the-applicant', { persons: ['claire'] });
  });
  it('is the president’s', () => {
    given(...ready)
      .when(nameRapporteurs, { rapporteurs: ['anne', 'mehdi'] }, { actor: anne })
      .refused('forbidden', { by: ['president'] });
  });
});

describe('file-report', () => {
  it('is the rapporteur’s, once', () => {
    const report = { text: '…', proposal: 'FAVOURABLE' as const };
    given(...beforeTheCommittee, ...cleared, named)
      .when(fileReport, report, { actor: anne })
      .then(reportBy('anne'));
    given(...reported)
      .when(fileReport, report, { actor: anne })
      .refused('report-filed-already');
    given(...reported)
      .when(fileReport, report, { actor: sylvie })
      .refused('forbidden');
  });
});

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

describe('the committee’s clock', () => {
  it('makes the opinion tacitly favourable, as at the limit', () => {
    const silence: CaseEvent = { ...opinion('TACIT_FAVOURABLE'), at: ends.opinion } as CaseEvent;
    given(...beforeTheCommittee)
      .when(opineTacitly, { dueAt: ends.opinion }, { actor: review, now: justAfter(ends.opinion) })
      .then(silence);
    given(...beforeTheCommittee)
      .when(opineTacitly, { dueAt: ends.opinion }, { actor: review, now: lastInstant(ends.opinion) })
      .refused('clock-not-due');
  });
  it('is extended once by the president, with a reason; the old end no longer counts', () => {
    const reason = 'A hearing is needed.';
    const { outcome } = given(...beforeTheCommittee, ...cleared).when(extendOpinion, { reason }, { actor: president });
    const extended = [...beforeTheCommittee, ...cleared, ...(outcome as CaseEvent[])];
    given(...extended)
      .when(extendOpinion, { reason }, { actor: president })
      .refused('extended-already');
    given(...extended)
      .when(opineTacitly, { dueAt: ends.opinion }, { actor: review, now: justAfter(ends.opinion) })
      .refused('clock-not-due');
    given(...extended)
      .when(opineTacitly, { dueAt: ends.opinion }, { actor: review, now: justAfter(ends.extendedOpinion) })
      .refused('clock-not-due');
    given(...extended)
      .when(opineTacitly, { dueAt: ends.extendedOpinion }, { actor: review, now: justAfter(ends.extendedOpinion) })
      .leadsTo((state) => expect(state.status).toBe('APPLICANT_CHOICE'));
    given(...beforeTheCommittee, ...cleared)
      .when(extendOpinion, { reason }, { actor: president, now: justAfter(ends.opinion) })
      .refused('time-is-up');
  });
  it('stands still while the committee waits for information', () => {
    const remarks = [{ field: 'data.size', remark: 'Why so many?' }];
    const { outcome } = given(...beforeTheCommittee, ...cleared).when(
      requestInformation,
      { remarks },
      { actor: president },
    );
    const state = stateAfter(...beforeTheCommittee, ...cleared, ...(outcome as CaseEvent[]));
    expect(state).toMatchObject({
      status: 'AWAITING_ADDITIONAL_INFORMATION',
      phase: 'COMMITTEE_REVIEW',
      file: { clocks: { COMMITTEE_OPINION: { pauses: [{}] } } },
    });
    given(...reported, voteOpened)
      .when(requestInformation, { remarks }, { actor: president })
      .refused('vote-open');
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
