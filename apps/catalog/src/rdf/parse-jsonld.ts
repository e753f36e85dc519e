import jsonld from 'jsonld';
import { isRecord, listOf } from '../description/json.js';
import { Graph, type Triple } from './graph.js';
import { RefusedDocument } from './refused-document.js';

/**
 * JSON-LD → graph. Contexts are taken from the document only: the hub never fetches one,
 * since a catalogue that follows addresses given by a stranger can be sent anywhere.
 * @throws RefusedDocument
 */
export async function parseJsonLd(text: string): Promise<Graph> {
  const document = withoutImpossibleTerms(parseJson(text));
  try {
    const triples = await jsonld.toRDF(document, { documentLoader: refuseRemote });
    return new Graph(triples as Triple[]);
  } catch (error) {
    throw asRefusal(error);
  }
}

/**
 * The official DCAT-AP 3 context defines terms such as `Xsd:dateTime`, which JSON-LD 1.1 forbids (a term with a colon
 * must mean what its prefix makes of it). Nothing can use them, so they are left out instead of refusing the document.
 */
function withoutImpossibleTerms(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(withoutImpossibleTerms);
  if (!isRecord(document) || !('@context' in document)) return document;
  const contexts = listOf(document['@context']).map((context) =>
    isRecord(context)
      ? Object.fromEntries(Object.entries(context).filter(([term]) => isPossible(term, context)))
      : context,
  );
  return { ...document, '@context': contexts };
}

function isPossible(term: string, context: Record<string, unknown>): boolean {
  const colon = term.indexOf(':');
  return colon < 1 || term.startsWith('@') || term.includes('://') || term.slice(0, colon) in context;
}

/** The loader's refusal arrives wrapped in the library's own error, as its cause. */
function asRefusal(error: unknown): RefusedDocument {
  for (let each = error; each instanceof Error; each = causeOf(each)) {
    if (each instanceof RefusedDocument) return each;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new RefusedDocument('malformed', {
    fr: `JSON-LD invalide : ${reason}`,
    en: `Not valid JSON-LD: ${reason}`,
  });
}

const causeOf = (error: Error): unknown => error.cause ?? (error as { details?: { cause?: unknown } }).details?.cause;

async function refuseRemote(address: string): Promise<never> {
  throw new RefusedDocument('remote-context', {
    fr: `Le contexte ${address} n'est pas téléchargé par le hub. Placez son contenu dans « @context », ou développez (expand) le document avant de l'envoyer.`,
    en: `The hub does not fetch the context ${address}. Put its content into "@context", or expand the document before sending it.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message;
    const line = lineOf(text, reason);
    throw new RefusedDocument('malformed', { fr: `JSON invalide : ${reason}`, en: `Not valid JSON: ${reason}` }, line);
  }
}

function lineOf(text: string, reason: string): number | undefined {
  const position = /position (\d+)/.exec(reason)?.[1];
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
}
