import { type Refusal, refuse } from '@hub/decider';
import type { CodeList } from '../code-list/code-list.js';
import type { Problem } from '../description/json.js';
import { parseJsonLd } from '../rdf/parse-jsonld.js';
import { parseTurtle } from '../rdf/parse-turtle.js';
import { type ReadDataset, readDatasets } from '../rdf/read-dataset.js';
import { RefusedDocument } from '../rdf/refused-document.js';
import { decodeText } from '../table-schema/decode-text.js';
import { readJsonImport } from './import-json.js';

export interface ReadDocument {
  readonly datasets: readonly ReadDataset[];
  readonly codeLists: readonly CodeList[];
}

/** One document is read in one go; a catalogue of more datasets is sent in several. */
const mostDatasets = 1_000;

type Format = 'turtle' | 'json-ld' | 'json';

const formats: Readonly<Record<string, Format>> = {
  'text/turtle': 'turtle',
  'application/x-turtle': 'turtle',
  'application/ld+json': 'json-ld',
  'application/json': 'json',
};

export const formatOf = (contentType: string | undefined): Format | undefined =>
  formats[(contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];

/** Any document that may be imported. JSON's problems are pushed; RDF that cannot be read is refused with its line. */
export async function readDocument(
  format: Format,
  body: unknown,
  problems: Problem[],
): Promise<ReadDocument | Refusal<'unreadable-document'>> {
  if (format === 'json') {
    const { dataset, codeLists } = readJsonImport(body, problems);
    return { datasets: dataset ? [dataset] : [], codeLists };
  }
  try {
    const text = body instanceof Uint8Array ? decodeText(body) : String(body ?? '');
    const datasets = readDatasets(format === 'turtle' ? parseTurtle(text) : await parseJsonLd(text));
    if (datasets.length > mostDatasets) throw tooMany(datasets.length);
    return { datasets, codeLists: [] };
  } catch (error) {
    if (!(error instanceof RefusedDocument)) throw error;
    const { code: reason, line, detail } = error;
    return refuse('unreadable-document', {
      reason,
      ...(line ? { line } : {}),
      reasonEn: detail.en,
      reasonFr: detail.fr,
    });
  }
}

const tooMany = (count: number): RefusedDocument =>
  new RefusedDocument('too-many-datasets', {
    fr: `Le document décrit ${count} jeux de données ; au plus ${mostDatasets} par envoi.`,
    en: `The document describes ${count} datasets; at most ${mostDatasets} at a time.`,
  });
