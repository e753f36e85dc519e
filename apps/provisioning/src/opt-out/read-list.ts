/** The CSV that a registrar sends, line by line however long it is: nothing of it is held as a whole. */
import { splitFirstLine } from '../preparation/csv-header.js';
import { COLUMNS, type LineFault, LONGEST_LINE, type ReadLine, readLine } from './line.js';

/** A line with its number in the file; the header is 1. */
export type Numbered = ReadLine & { readonly number: number };

const dialect = { delimiter: ',', quoteChar: '"' };

/** Every line that is not empty. After a wrong header nothing more: what follows cannot be trusted. */
export async function* readList(chunks: AsyncIterable<Uint8Array>, now: Date): AsyncGenerator<Numbered> {
  const fault = (number: number, code: LineFault): Numbered => ({ ok: false, number, fault: code });
  let number = 0;
  for await (const text of linesOf(chunks)) {
    number++;
    if (number === 1 && splitFirstLine(text, dialect).join() !== COLUMNS.join()) return yield fault(1, 'header');
    if (number === 1 || text === '') continue;
    yield text.length > LONGEST_LINE ? fault(number, 'columns') : { number, ...readLine(cellsOf(text), now) };
  }
  if (number === 0) yield fault(1, 'header');
}

const cellsOf = (text: string): string[] => (text.includes('"') ? splitFirstLine(text, dialect) : text.split(','));

/** Lines without their ends; of one that never ends, no more than proves it too long. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE + 2);
    for (const line of lines) yield withoutReturn(line);
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
