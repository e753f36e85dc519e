import { pdfOf } from '@hub/pdf';
import { clockOf } from '@hub/procedures';
import { textOfPdf } from '@hub/testkit';
import type { CaseEvent } from '../case/case.events.js';
import { at, authority, claire, given, officer, procedures, stateAfter } from '../case/case.fixture.js';
import { authorise, refuseAuthorisation } from '../case/decide.js';
import { contentOf } from '../permit/content-of.js';
import { key, seal } from '../permit/permit.fixture.js';
import { templatesFrom } from '../template/templates.config.js';
import type { DatasetDecision } from './decision.events.js';
import { onTheTable, twoDatasets } from './decision.fixture.js';
import type { AfterDecision } from './decision.states.js';
import { deliverStatistics } from './deliver-statistics.js';
import { estimateFees } from './estimate-fees.js';
import { feesFor, totalOf } from './fees.js';
import { cardOnPaper, issueCard } from './issue-card.js';

const reasons = 'Weighed.';
const european = onTheTable('EU_ACCESS');
const after = (past: CaseEvent[], story: { outcome: unknown }) =>
  stateAfter(...past, ...(story.outcome as CaseEvent[])) as AfterDecision;

const templates = templatesFrom({});
const cardOf = (state: AfterDecision, caseId = 'c') => issueCard(caseId, state, { seal, templates });
const paper = async (state: AfterDecision, language: 'en' | 'fr') =>
  (await textOfPdf(await pdfOf(cardOnPaper(cardOf(state), language)))).replaceAll(/\s+/g, ' ');

describe('a decision on each dataset', () => {
  const granted: DatasetDecision = { datasetId: 'snds-dcir', decision: 'GRANTED' };
  const refused: DatasetDecision = { datasetId: 'cohort', decision: 'REFUSED', reasons: 'Not necessary.' };
  const decide = (datasets: DatasetDecision[], past = european) =>
    given(...past).when(authorise, { reasons, datasets }, { actor: authority });

  it('leads to a permit with exactly the granted ones', () => {
    const state = after(european, decide([granted, refused]));
    expect(contentOf('c', state)?.scope.datasets.map(({ datasetId }) => datasetId)).toEqual(['snds-dcir']);
    expect(state.decision.datasets).toEqual([granted, refused]);
  });
  it('covers each dataset once, grants one at least and says why it refuses', () => {
    decide([granted]).refused('each-dataset-once', { datasets: ['snds-dcir', 'cohort'] });
    decide([granted, granted]).refused('each-dataset-once');
    decide([granted, { datasetId: 'other', decision: 'GRANTED' }]).refused('each-dataset-once');
    decide([{ ...refused, datasetId: 'snds-dcir' }, refused]).refused('no-dataset-granted');
    decide([granted, { datasetId: 'cohort', decision: 'REFUSED' }]).refused('dataset-refused-without-reasons', {
      datasets: ['cohort'],
    });
  });
  it('does not refuse the dataset that selects the population', () => {
    const population = { datasetId: 'cohort', table: 'T', column: 'a', operator: 'in' as const, values: [1] };
    const [begun, ...rest] = european as [CaseEvent, CaseEvent];
    const selecting = [{ ...begun, scope: { ...twoDatasets, population } } as CaseEvent, ...rest];
    decide([granted, refused], selecting).refused('population-of-refused-dataset', { dataset: 'cohort' });
  });
});

describe('what a decision says of the data', () => {
  const [begun, ...rest] = european as [CaseEvent, CaseEvent];
  const categories = ['snds-dcir', 'cohort'].map((datasetId) => ({ datasetId, categories: ['HRAD'] }));
  const use = { diseases: ['MONDO:0005148'], commercial: false };
  const known = [{ ...begun, categories, use } as CaseEvent, ...rest];
  const decide = (command: object) => given(...known).when(authorise, { reasons, ...command }, { actor: authority });

  it('fixes the instant as at which opt-outs count, and why an exception sets them aside', () => {
    const optOutReasons = 'The disease is rare.';
    const state = after(known, decide({ optOutException: true, optOutReasons }));
    expect(contentOf('c', state)?.optOut).toEqual({ asAt: at, exception: true, reasons: optOutReasons });
    decide({ optOutException: true }).refused('exception-without-reasons');
    expect(contentOf('c', after(known, decide({ optOutReasons })))?.optOut).toEqual({ asAt: at, exception: false });
  });
  it('leads to a permit with the categories of the granted data, the purpose in detail and the tools [R7.3.2]', () => {
    const datasets: DatasetDecision[] = [
      { datasetId: 'snds-dcir', decision: 'GRANTED' },
      { datasetId: 'cohort', decision: 'REFUSED', reasons: 'Not necessary.' },
    ];
    const state = after(known, decide({ datasets, tools: ['R', 'Python'] }));
    expect(contentOf('c', state)).toMatchObject({ categories: [categories[0]], use, tools: ['R', 'Python'] });
    const card = cardOf(state).signed.document;
    expect(card.preview).toMatchObject({ data: { categories: [categories[0]] }, use, workspaceTools: ['R', 'Python'] });
    expect(contentOf('c', after(european, decide({})))).not.toHaveProperty('tools');
  });
});

describe('fees', () => {
  const rules = procedures.of({ id: 'EU_ACCESS', version: 1 }).fees;
  if (!rules) throw new Error('the procedure has fees');
  it('are the sum of the procedure’s rules over the scope; a begun year counts whole', () => {
    const whole = feesFor(rules, { scope: twoDatasets, months: 13, publicBody: false });
    expect(totalOf(whole)).toBe(150_000 + 2 * 100_000 + 2 * 10_000 + 2 * 120_000);
    expect(totalOf(feesFor(rules, { scope: twoDatasets, months: 12, publicBody: false }))).toBe(490_000);
    expect(totalOf(feesFor(rules, { scope: twoDatasets, months: 13, publicBody: true }))).toBe(305_000);
  });
  it('are estimated before the decision by the officer, who departs from the rule only with reasons', () => {
    const estimate = (adjustmentCents: number, why?: string) =>
      given(...european).when(
        estimateFees,
        { months: 12, publicBody: false, adjustmentCents, reasons: why },
        { actor: officer },
      );
    estimate(-90_000, 'Reused extraction.').leadsTo((state) =>
      expect(state).toMatchObject({ file: { fees: { totalCents: 400_000, reasons: 'Reused extraction.' } } }),
    );
    estimate(-90_000).refused('adjustment-without-reasons');
    estimate(-490_001, '…').refused('fees-below-zero', { computed: 490_000 });
    given(...european)
      .when(estimateFees, { publicBody: false }, { actor: claire })
      .refused('forbidden');
  });
});

describe('a decision card', () => {
  it('of a positive decision shows what the permit will say, unsigned, and how to answer until when [R9.2.2] [R9.2.5]', async () => {
    const state = after(european, given(...european).when(authorise, { reasons }, { actor: authority }));
    const card = cardOf(state).signed.document;
    expect(card).toMatchObject({ outcome: 'POSITIVE', reasons, preview: { persons: state.file.team } });
    expect(card.answers).toEqual(
      ['accept-decision', 'decline-decision'].map((answer) => ({ answer, until: '2026-03-30T21:59:59.999Z' })),
    );
    const text = await paper(state, 'fr');
    for (const part of ['Aperçu. Non signé', 'cohort', 'claire', 'Autorisé', 'jusqu’au 2026-03-30', 'réputée retirée'])
      expect(text).toContain(part);
    expect(JSON.stringify(card.preview)).not.toContain('urn:hub:data-permit');
  });
  it('of a negative decision says why and how to appeal, signed [R9.2.3] [R10.0.3]', async () => {
    const state = after(european, given(...european).when(refuseAuthorisation, { reasons }, { actor: authority }));
    expect(cardOf(state).signed.document).toMatchObject({
      ...{ outcome: 'NEGATIVE', preview: null },
      answers: [{ answer: 'accept-decision' }, { answer: 'appeal-decision', until: '2026-05-04T21:59:59.999Z' }],
    });
    const text = await paper(state, 'en');
    for (const part of ['Refused', reasons, 'Appeal with your grounds', key.keyId]) expect(text).toContain(part);
  });
});

describe('a ruling on an appeal', () => {
  it('is printed with its reasons on the signed card of the decision [R10.0.6]', async () => {
    const refusal = given(...european).when(refuseAuthorisation, { reasons }, { actor: authority }).outcome;
    const past = [...european, ...(refusal as CaseEvent[])];
    const ruling = { at, by: 'authority-2', ruling: 'REJECTED' as const, reasons: 'Nothing new.' };
    const state = stateAfter(
      ...past,
      { type: 'decision-appealed', at, by: 'claire', grounds: 'A mistake.' },
      { type: 'decision-appeal-ruled', ...ruling },
    ) as AfterDecision;
    const { signed } = cardOf(state);
    expect(signed).toMatchObject({ keyId: key.keyId, document: { appeal: { ruling }, answers: [] } });
    const text = await paper(state, 'en');
    for (const part of ['A mistake.', 'Rejected', 'Nothing new.']) expect(text).toContain(part);
  });
});

it('each decision has an identifier of its own, which leads to one case [R9.1.4] [R7.4.3]', () => {
  const request = onTheTable('EU_DATA_REQUEST');
  const state = after(request, given(...request).when(authorise, { reasons }, { actor: authority }));
  const card = cardOf(state, 'case-7').signed.document;
  expect(card).toMatchObject({ caseId: 'case-7', decidedAt: at, outcome: 'POSITIVE', preview: null });
  expect(card.id).not.toBe(cardOf(state, 'case-8').signed.document.id);
});

describe('the terms of delivery of a request for statistics', () => {
  const terms = { anonymisation: 'ROUNDED', accessRoute: 'ON_THE_CASE', safeguards: ['No linkage.'] } as const;

  it('stand in fields of their own on the decision, its card and its print [R7.4.2a]', async () => {
    const request = onTheTable('EU_DATA_REQUEST');
    const state = after(request, given(...request).when(authorise, { reasons, terms }, { actor: authority }));
    expect(state.decision.terms).toEqual({ ...terms, purposes: ['e'] });
    expect(cardOf(state).signed.document.terms).toEqual(state.decision.terms);
    const text = await paper(state, 'fr');
    for (const part of ['arrondies', 'à lire dans le dossier', 'No linkage.', 'recherche scientifique'])
      expect(text).toContain(part);
  });
  it('are none of a permit', () => {
    given(...european)
      .when(authorise, { reasons, terms }, { actor: authority })
      .refused('terms-only-of-statistics');
  });
});

describe('an answer in statistics', () => {
  const request = onTheTable('EU_DATA_REQUEST');
  const awaited = [
    ...request,
    ...(given(...request).when(authorise, { reasons }, { actor: authority }).outcome as CaseEvent[]),
  ];
  const rows = [
    { region: 'Bretagne', persons: 120 },
    { region: 'Corse', persons: 45 },
  ];
  const deliver = (table: Record<string, string | number>[]) =>
    given(...awaited).when(
      deliverStatistics,
      { reference: 'STAT-1', countColumn: 'persons', rows: table },
      { actor: officer },
    );
  it('is awaited from the authorisation on, within three months, and leads to no permit', () => {
    const state = stateAfter(...awaited);
    const { limit } = clockOf(state.file.procedure, 'STATISTICS_ANSWER');
    expect(state).toMatchObject({ status: 'STATISTICS_AWAITED', file: { clocks: { STATISTICS_ANSWER: { limit } } } });
    expect(contentOf('c', state)).toBeUndefined();
  });
  it('is delivered by the officer once, and read on the case', () => {
    deliver(rows).leadsTo((state) =>
      expect(state).toMatchObject({ status: 'STATISTICS_DELIVERED', statistics: { reference: 'STAT-1', rows } }),
    );
    given(...awaited)
      .when(deliverStatistics, { reference: 'S', countColumn: 'persons', rows }, { actor: claire })
      .refused('forbidden');
  });
  it('has no count under the threshold, and a count in each row', () => {
    deliver([...rows, { region: 'Creuse', persons: 10 }]).refused('small-cells', { cells: ['row 3, persons'] });
    deliver([...rows, { region: 'Creuse', persons: 11 }]).leadsTo(() => {});
    deliver([...rows, { region: 'Creuse', persons: 'few' }]).refused('row-without-count', {
      ...{ row: 3, countColumn: 'persons' },
    });
  });
});
