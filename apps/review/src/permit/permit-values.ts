import type { ValuesOf } from '@hub/pdf/template';
import { amount, inWords, type Language } from '../template/code-words.js';
import type { permitPlaceholders } from '../template/kinds.js';
import type { PermitDocument, SignedDocument } from './document.js';
import { fingerprintOf } from './seal.js';
import { useInWords } from './use-in-words.js';

type PermitValues = ValuesOf<typeof permitPlaceholders>;

/** What a template can say of a permit. */
export function permitValues({ document, signature, keyId }: SignedDocument, language: Language): PermitValues {
  const { id, baseId, version, replaces, issuedAt, issuingAuthority, decision, holder } = document;
  return {
    ...{ id, baseId, version: String(version), replaces: replaces ?? '', issuedAt },
    ...{ authority: issuingAuthority.name, authorityId: issuingAuthority.id, holder: holder.organisationId },
    ...{ application: decision.applicationId, decidedAt: decision.at, tacit: decision.tacit },
    procedure: `${decision.procedure.id} (${decision.procedure.version})`,
    ...contentValues(document, language),
    ...{ sha256: fingerprintOf(document), keyId, signature },
  };
}

export type PermitContentOnPaper = Pick<
  PermitDocument,
  'data' | 'purposes' | 'use' | 'persons' | 'validity' | 'conditions' | 'points' | 'optOut' | 'workspaceTools' | 'fees'
>;

/** What is permitted, to whom and for how long: the same in a preview. */
export function contentValues(document: PermitContentOnPaper, language: Language) {
  const {
    data,
    purposes,
    use = {},
    persons,
    validity,
    conditions,
    points = [],
    optOut,
    workspaceTools = [],
  } = document;
  const { period, population, format, categories = [] } = data;
  const { fees } = document;
  return {
    datasets: data.datasets.flatMap(({ datasetId: dataset, tables }) =>
      tables.map(({ table, columns }) => ({ dataset, table, columns: columns.join(', ') })),
    ),
    categories: categories.map(({ datasetId: dataset, categories: codes }) => ({
      ...{ dataset, categories: codes.map((code) => inWords(code, language)).join(', ') },
    })),
    format: format ? inWords(format, language) : '',
    ...{ periodFrom: period.from, periodUntil: period.to },
    population: population
      ? `${population.table}.${population.column} ${population.operator} ${population.values.join(', ')}`
      : '',
    optOutRespectedAt: optOut && !optOut.exception ? optOut.asAt : '',
    optOutSetAsideAt: optOut?.exception ? optOut.asAt : '',
    optOutReasons: optOut?.reasons ?? '',
    purposes: purposes.map((purpose) => ({ purpose: inWords(purpose, language) })),
    uses: useInWords(use, language),
    persons: persons.map(({ personId: person, organisationId: organisation, role }) => ({
      ...{ person, organisation, role: inWords(role, language) },
    })),
    ...{ validFrom: validity.from, validUntil: validity.until },
    tools: workspaceTools.join(', '),
    fees: fees ? amount(fees, language) : '',
    conditions: conditions.map((condition) => ({ condition: inWords(condition, language) })),
    points: points.map((point) => ({ point })),
  };
}
