import type { CaseEvent } from './case.events.js';
import {
  anne,
  beforeTheCommittee,
  cleared,
  declares,
  ends,
  given,
  irene,
  justAfter,
  lastInstant,
  named,
  opinion,
  president,
  reportBy,
  reported,
  review,
  stateAfter,
  sylvie,
  voteOpened,
  votes,
} from './case.fixture.js';
import { declareInterest } from './declare-interest.js';
import { extendOpinion } from './extend-time.js';
import { fileReport } from './file-report.js';
import { opineTacitly } from './issue-opinion.js';
import { nameRapporteurs } from './name-rapporteurs.js';
import { requestInformation } from './request-information.js';

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

describe('the committee’s clock', () => {
  it('makes the opinion tacitly favourable, as at the limit', () => {
    const silence: CaseEvent = { ...opinion('TACIT_FAVOURABLE'), at: ends.opinion } as CaseEvent;
    given(...beforeTheCommittee)
      .when(
        opineTacitly,
        { clock: 'COMMITTEE_OPINION', dueAt: ends.opinion },
        { actor: review, now: justAfter(ends.opinion) },
      )
      .then(silence);
    given(...beforeTheCommittee)
      .when(
        opineTacitly,
        { clock: 'COMMITTEE_OPINION', dueAt: ends.opinion },
        { actor: review, now: lastInstant(ends.opinion) },
      )
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
      .when(
        opineTacitly,
        { clock: 'COMMITTEE_OPINION', dueAt: ends.opinion },
        { actor: review, now: justAfter(ends.opinion) },
      )
      .refused('clock-not-due');
    given(...extended)
      .when(
        opineTacitly,
        { clock: 'COMMITTEE_OPINION', dueAt: ends.opinion },
        { actor: review, now: justAfter(ends.extendedOpinion) },
      )
      .refused('clock-not-due');
    given(...extended)
      .when(
        opineTacitly,
        { clock: 'COMMITTEE_OPINION', dueAt: ends.extendedOpinion },
        { actor: review, now: justAfter(ends.extendedOpinion) },
      )
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
