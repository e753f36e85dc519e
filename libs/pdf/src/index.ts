/** Documents for people: the same blocks for permits, minutes, decision cards and printed applications. */

export { type Block, type PdfDocument, pdfOf } from './pdf.js';
