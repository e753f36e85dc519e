import type { Block, PdfDocument } from '@hub/pdf';
import type { PermitDocument, SignedDocument } from './document.js';
import { inWords, type Language, say } from './permit-words.js';
import { fingerprintOf } from './seal.js';

/** A permit as people read it. Content per Regulation (EU) 2025/327, art. 68(10). */
export function printOf({ document, keyId }: SignedDocument, language: Language): PdfDocument {
  const proof: Block[] = [
    { heading: say('proof', language) },
    {
      facts: [
        [say('sha256', language), fingerprintOf(document)],
        [say('keyId', language), keyId],
      ],
    },
    { text: say('howToVerify', language) },
  ];
  return {
    title: `${say('title', language)} ${document.id}`,
    subtitle: document.issuingAuthority.name,
    language,
    at: new Date(document.issuedAt),
    blocks: [...identity(document, language), ...contentBlocks(document, language), ...proof],
    footer: document.id,
  };
}

type Issued = Pick<
  PermitDocument,
  'id' | 'version' | 'replaces' | 'issuedAt' | 'issuingAuthority' | 'decision' | 'holder'
>;

function identity(document: Issued, language: Language): Block[] {
  const { id, version, replaces, issuedAt, issuingAuthority, decision, holder } = document;
  const decidedAt = decision.tacit ? `${decision.at} (${say('tacit', language)})` : decision.at;
  return [
    { heading: say('identity', language) },
    {
      facts: [
        [say('number', language), id],
        [say('version', language), String(version)],
        ...(replaces ? [[say('replaces', language), replaces] as const] : []),
        [say('issuedAt', language), issuedAt],
        [say('authority', language), `${issuingAuthority.name} (${issuingAuthority.id})`],
        [say('holder', language), holder.organisationId],
        [say('application', language), decision.applicationId],
        [say('procedure', language), `${decision.procedure.id} (${decision.procedure.version})`],
        [say('decidedAt', language), decidedAt],
      ],
    },
  ];
}

/** What is permitted, to whom and for how long: the same in a preview. */
export function contentBlocks(document: PermitContentOnPaper, language: Language): Block[] {
  const { data, purposes, persons, validity, conditions } = document;
  const rows = data.datasets.flatMap(({ datasetId, tables }) =>
    tables.map(({ table, columns }) => [datasetId, table, columns.join(', ')]),
  );
  return [
    { heading: say('data', language) },
    { table: { head: [say('source', language), say('table', language), say('columns', language)], rows } },
    { facts: dataFacts(document, language) },
    { heading: say('purposes', language) },
    { list: purposes.map((purpose) => inWords(purpose, language)) },
    { heading: say('persons', language) },
    {
      table: {
        head: [say('person', language), say('organisation', language), say('role', language)],
        rows: persons.map(({ personId, organisationId, role }) => [personId, organisationId, inWords(role, language)]),
      },
    },
    { heading: say('duration', language) },
    { text: say('fromUntil', language, validity) },
    { facts: meansFacts(document, language) },
    { heading: say('conditions', language) },
    { list: conditions.map((condition) => inWords(condition, language)) },
    ...(document.points ? [{ heading: say('points', language) }, { list: document.points }] : []),
  ];
}

export type PermitContentOnPaper = Pick<
  PermitDocument,
  'data' | 'purposes' | 'persons' | 'validity' | 'conditions' | 'points' | 'optOut' | 'workspaceTools' | 'fees'
>;

type Facts = [name: string, value: string][];

function dataFacts({ data, optOut }: PermitContentOnPaper, language: Language): Facts {
  const { period, population, format } = data;
  const restriction =
    population && `${population.table}.${population.column} ${population.operator} ${population.values.join(', ')}`;
  return [
    ...(format ? ([[say('format', language), inWords(format, language)]] as Facts) : []),
    [say('period', language), say('fromUntil', language, { from: period.from, until: period.to })],
    ...(restriction ? ([[say('population', language), restriction]] as Facts) : []),
    ...(optOut
      ? ([
          [
            say('optOut', language),
            say(optOut.exception ? 'optOutException' : 'optOutRespected', language, { at: optOut.asAt }),
          ],
        ] as Facts)
      : []),
  ];
}

function meansFacts({ workspaceTools, fees }: PermitContentOnPaper, language: Language): Facts {
  return [
    [say('tools', language), workspaceTools?.length ? workspaceTools.join(', ') : say('standardTools', language)],
    [say('fees', language), fees ? amount(fees, language) : say('noFees', language)],
  ];
}

/** `1 234,50 €` or `€1,234.50`; the cents are exact. */
export const amount = ({ currency, cents }: { currency: string; cents: number }, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100);
