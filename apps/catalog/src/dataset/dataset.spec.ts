import { fold, isRefusal, judge, type Person } from '@hub/decider';
import type { Concept } from '../description/dataset-description.js';
import { emptyDescription } from '../description/empty-description.js';
import { finding } from '../description/finding.js';
import type { Problem } from '../description/json.js';
import { readDescription } from '../description/read-json.js';
import { type Dataset, type DatasetEvent, datasets } from './dataset.js';
import { announced } from './dataset.published.js';
import { type DescribeDataset, describeDataset } from './describe-dataset.js';
import { contentKey, identityOf } from './identity.js';
import { publishDataset } from './publish-dataset.js';
import { datasetSlices } from './slices.js';
import { withdrawDataset } from './withdraw-dataset.js';

const person = (organisation: string, ...roles: string[]): Person => ({
  kind: 'person',
  id: 'p',
  organisation,
  roles,
  assurance: 'high',
});
const holder = person('chu', 'data_holder');
const context = (actor: Person) => ({ actor, now: new Date(0), newId: () => 'id', holderId: actor.organisation });
const description = { ...emptyDescription('d-1'), title: { fr: 'Cohorte' } };
const complete: DescribeDataset = { description, findings: [], contentKey: 'k1' };
const lacking: DescribeDataset = {
  description,
  findings: [finding('missing-property', { property: 'dcat:theme' })],
  contentKey: 'k2',
};

/** A story: the state after these events, and what a slice says to it. */
const given = (...events: DatasetEvent[]): Dataset => fold(datasets, events).state;
const described = (command = complete): DatasetEvent => ({ type: 'dataset-described', holderId: 'chu', ...command });
const published: DatasetEvent = { type: 'dataset-published' };
const withdrawn: DatasetEvent = { type: 'dataset-withdrawn' };
const describe1 = (state: Dataset, command: DescribeDataset, actor = holder) =>
  judge(datasets, datasetSlices, describeDataset, command, state, context(actor));
const publish = (state: Dataset, actor = holder) =>
  judge(datasets, datasetSlices, publishDataset, {}, state, context(actor));
const withdraw = (state: Dataset, actor = holder) =>
  judge(datasets, datasetSlices, withdrawDataset, {}, state, context(actor));
const refusalOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.refused : outcome);

describe('describing a dataset', () => {
  it('begins a draft, even an incomplete one', () => {
    expect(describe1(given(), lacking)).toEqual([described(lacking)]);
  });

  it('is, for a holder whose mandate names datasets, for these alone', () => {
    const limitedTo = (scope: string): Person => ({
      ...person('chu'),
      scoped: [{ role: 'data_holder', scope: [scope] }],
    });
    const own = limitedTo(identityOf('dataset', 'chu', 'd-1'));
    expect(describe1(given(described()), lacking, own)).toEqual([described(lacking)]);
    expect(refusalOf(describe1(given(described()), lacking, limitedTo(identityOf('dataset', 'chu', 'd-2'))))).toBe(
      'not-found',
    );
    expect(refusalOf(describe1(given(described()), lacking, { ...own, organisation: 'cnam' }))).toBe('not-found');
    expect(refusalOf(describe1(given(), complete, own))).toBe('forbidden');
  });

  it('says nothing when nothing changed', () => {
    expect(describe1(given(described()), complete)).toEqual([]);
  });

  it('is for data holders, and for their own datasets', () => {
    expect(refusalOf(describe1(given(), complete, person('chu', 'applicant')))).toBe('forbidden');
    expect(refusalOf(describe1(given(described()), lacking, person('cnam', 'data_holder')))).toBe('not-found');
    expect(refusalOf(describe1(given(described(), published), lacking, person('cnam', 'data_holder')))).toBe(
      'forbidden',
    );
    expect(refusalOf(describe1(given(described(), published, withdrawn), lacking, person('cnam', 'data_holder')))).toBe(
      'forbidden',
    );
  });

  it('keeps what is published complete', () => {
    expect(describe1(given(described(), published), lacking)).toMatchObject({
      refused: 'incomplete',
      detail: { missing: ['dcat:theme'] },
    });
    expect(describe1(given(described(), published, withdrawn), lacking)).toEqual([described(lacking)]);
  });

  it('keeps the identifier, and wants one', () => {
    const other = { ...complete, description: { ...description, identifier: 'd-2' }, contentKey: 'k3' };
    expect(refusalOf(describe1(given(described()), other))).toBe('identifier-changed');
    expect(refusalOf(describe1(given(), { ...complete, description: emptyDescription('') }))).toBe('no-identifier');
  });
});

describe('publishing and withdrawing', () => {
  it('publishes what is complete, once', () => {
    expect(publish(given(described()))).toEqual([published]);
    expect(refusalOf(publish(given(described(lacking))))).toBe('incomplete');
    expect(refusalOf(publish(given(described(), published)))).toBe('not-allowed-now');
    expect(refusalOf(publish(given()))).toBe('not-found');
  });

  it('refuses what would not fit into one announcement', () => {
    const variables = Array.from({ length: 12_000 }, (_, n) => ({
      name: `A_RATHER_LONG_COLUMN_NAME_THAT_SOMEBODY_GENERATED_FROM_A_FORM_${n}`.padEnd(90, '_'),
      label: {},
      description: {},
      type: 'string',
      required: false,
      personalKey: false,
    }));
    const wide = {
      ...complete,
      description: {
        ...description,
        tables: [{ name: 'T', title: {}, keywords: {}, primaryKey: [], foreignKeys: [], variables }],
      },
    };
    expect(refusalOf(publish(given(described(wide))))).toBe('too-many-columns');
  });

  it('withdraws and publishes again', () => {
    expect(withdraw(given(described(), published))).toEqual([withdrawn]);
    expect(publish(given(described(), published, withdrawn))).toEqual([published]);
  });
});

describe('what others are told', () => {
  it('is every public version, and the withdrawal of what was public', () => {
    expect(announced(described(), given(described()), 'd', 1)).toBeUndefined();
    expect(announced(published, given(described(), published), 'd', 2)).toMatchObject({
      type: 'catalog.dataset.published.v1',
      data: { version: 2, holderId: 'chu' },
    });
    expect(announced(described(), given(described(), published, described()), 'd', 3)).toMatchObject({
      type: 'catalog.dataset.published.v1',
      data: { version: 3 },
    });
    expect(announced(withdrawn, given(described(), published, withdrawn), 'd', 4)).toMatchObject({
      type: 'catalog.dataset.withdrawn.v1',
    });
    expect(announced(withdrawn, given(described(), withdrawn), 'd', 2)).toBeUndefined();
    expect(announced(described(), given(described(), published, withdrawn, described()), 'd', 5)).toBeUndefined();
  });
});

it('a dataset is announced with its categories of article 51, and without those of other lists', () => {
  const list = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/';
  const healthCategories: Concept[] = [{ uri: `${list}HRAD`, label: {} }, { label: { en: 'Claims' } }];
  const state = given(
    described({ ...complete, description: { ...complete.description, healthCategories } }),
    published,
  );
  expect(announced(published, state, 'd', 2)?.data).toMatchObject({ healthCategories: ['HRAD'] });
});

describe('what use is permitted', () => {
  const stated = (dataUse: unknown) => {
    const problems: Problem[] = [];
    return { read: readDescription({ identifier: 'd-1', dataUse }, '', problems), problems };
  };

  it('is stated in terms of the Data Use Ontology, and announced with the dataset', () => {
    const dataUse = [{ code: 'DUO:0000042' }, { code: 'DUO:0000022', countries: ['FR'] }];
    const { read } = stated(dataUse);
    if (!read) throw new Error('refused');
    const state = given(described({ ...complete, description: read }), published);
    expect(announced(published, state, 'd', 2)?.data).toMatchObject({ dataUse });
    expect(announced(published, given(described(), published), 'd', 2)?.data).not.toHaveProperty('dataUse');
  });

  it('takes no term that is not one, and names its place', () => {
    expect(stated([{ code: 'GRU' }]).problems).toEqual([
      { path: expect.stringMatching(/dataUse.*code/), problem: expect.stringContaining('DUO:0000042') },
    ]);
  });
});

describe('identity', () => {
  it('is made of holder and name, and is a UUID', () => {
    expect(identityOf('dataset', 'chu', 'd-1')).toBe(identityOf('dataset', 'chu', 'd-1'));
    expect(
      new Set([
        identityOf('dataset', 'chu', 'd-1'),
        identityOf('dataset', 'chud', '-1'),
        identityOf('code-list', 'chu', 'd-1'),
      ]).size,
    ).toBe(3);
    expect(identityOf('dataset', 'chu', 'd-1')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('of content heeds no order of lists, but that of keys', () => {
    expect(contentKey({ a: [1, 2], b: 3 })).toBe(contentKey({ b: 3, a: [2, 1] }));
    expect(contentKey({ columns: ['a', 'b'] })).not.toBe(contentKey({ columns: ['b', 'a'] }));
  });
});
