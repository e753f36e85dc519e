import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const onDataset = eventsOn('hub.catalog.dataset.v1');

/** A published table as a basket or a permit refers to it: names only. */
export const PublishedTable = Type.Object({
  name: Type.String({ minLength: 1 }),
  columns: Type.Array(Type.String({ minLength: 1 })),
  /** Columns that identify a person: to be replaced by pseudonyms, and never to leave a workspace. */
  personalKeys: Type.Array(Type.String({ minLength: 1 })),
});

/** A term of the GA4GH Data Use Ontology, with what some terms need beside them. */
export const DataUseCode = Type.Object({
  code: Type.String({ pattern: '^DUO:[0-9]{7}$' }),
  diseases: Type.Optional(Type.Array(Type.String())),
  /** ISO 3166-1, two letters. */
  countries: Type.Optional(Type.Array(Type.String())),
  /** Organisations of the directory. */
  institutions: Type.Optional(Type.Array(Id)),
  months: Type.Optional(Type.Integer({ minimum: 0 })),
});

export const DatasetPublished = onDataset(
  'catalog.dataset.published.v1',
  'A dataset, or a new version of it, is in the public catalogue and may be applied for.',
  {
    datasetId: Id,
    /** The organisation that holds the data. */
    holderId: Id,
    version: Type.Integer({ minimum: 1 }),
    accessRight: Type.Union([Type.Literal('PUBLIC'), Type.Literal('RESTRICTED'), Type.Literal('NON_PUBLIC')]),
    /** All tables of this version; a table or column that is not listed is no longer offered. */
    tables: Type.Array(PublishedTable),
    /** Codes of the categories of Article 51(1); what its description says beside these is left out. */
    healthCategories: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{4}$' }))),
    /** What use its holder permits; absent where the description does not say. */
    dataUse: Type.Optional(Type.Array(DataUseCode)),
  },
  {
    datasetId: '6f1f6a57-3c4e-5f0a-9d2b-0d8f5f4f8a11',
    holderId: 'cnam',
    version: 3,
    accessRight: 'NON_PUBLIC',
    tables: [
      { name: 'ER_PRS_F', columns: ['BEN_NIR_PSA', 'EXE_SOI_DTD', 'PRS_NAT_REF'], personalKeys: ['BEN_NIR_PSA'] },
    ],
    healthCategories: ['HRAD'],
    dataUse: [{ code: 'DUO:0000042' }, { code: 'DUO:0000025', months: 36 }],
  },
);

export const DatasetWithdrawn = onDataset(
  'catalog.dataset.withdrawn.v1',
  'A dataset left the public catalogue: nobody can apply for it any more. What was permitted stays permitted.',
  { datasetId: Id, holderId: Id, version: Type.Integer({ minimum: 1 }) },
  { datasetId: '6f1f6a57-3c4e-5f0a-9d2b-0d8f5f4f8a11', holderId: 'cnam', version: 4 },
);

export const catalogEvents = [DatasetPublished, DatasetWithdrawn] as const;
