import { Parser } from 'n3';
import { Graph } from './graph.js';
import { RefusedDocument } from './refused-document.js';

/**
 * Turtle → graph. Strict Turtle, not n3's superset: what passes here passes elsewhere.
 * @throws RefusedDocument with line and reason.
 */
export function parseTurtle(text: string): Graph {
  try {
    return new Graph(new Parser({ format: 'text/turtle' }).parse(text));
  } catch (error) {
    throw refusal(error as Error & { context?: { line?: number } });
  }
}

function refusal(error: Error & { context?: { line?: number } }): RefusedDocument {
  const line = error.context?.line;
  const reason = error.message.replace(/ on line \d+\.?$/, '');
  const at = line === undefined ? { fr: '', en: '' } : { fr: `, ligne ${line}`, en: `, line ${line}` };
  return new RefusedDocument(
    'malformed',
    { fr: `Turtle invalide${at.fr} : ${reason}.`, en: `Not valid Turtle${at.en}: ${reason}.` },
    line,
  );
}
