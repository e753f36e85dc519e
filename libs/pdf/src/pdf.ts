import PDFDocument from 'pdfkit';

/** A piece of a document, in reading order. */
export type Block =
  | { readonly heading: string; readonly level?: 1 | 2 }
  | { readonly text: string }
  /** Names and what they are: two columns. */
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly list: readonly string[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } };

export interface PdfDocument {
  readonly title: string;
  readonly subtitle?: string;
  readonly language: 'en' | 'fr';
  /** Of the facts shown, not of the printing: the same content gives the same bytes. */
  readonly at: Date;
  readonly blocks: readonly Block[];
  /** At the foot of every page, beside the page's number. */
  readonly footer?: string;
}

const margin = 56;
const pageOf = { en: 'Page', fr: 'Page' } as const;

/** An A4 document, tagged with title and language so that it can be read aloud. */
export function pdfOf(document: PdfDocument): Promise<Buffer> {
  const { title, subtitle, language, at, blocks, footer = title } = document;
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: writable(title), CreationDate: at, ModDate: at },
  });
  const bytes = collected(pdf);
  pdf.font('Helvetica-Bold').fontSize(18).text(writable(title));
  if (subtitle) pdf.font('Helvetica').fontSize(11).fillColor('#444').text(writable(subtitle)).fillColor('#000');
  pdf.moveDown();
  for (const block of blocks) draw(pdf, block);
  foot(pdf, writable(footer), pageOf[language]);
  pdf.end();
  return bytes;
}

type Pdf = PDFKit.PDFDocument;

function draw(pdf: Pdf, block: Block): void {
  if ('heading' in block) {
    pdf
      .moveDown(0.6)
      .font('Helvetica-Bold')
      .fontSize(block.level === 2 ? 11 : 13);
    pdf.text(writable(block.heading)).moveDown(0.2);
    return;
  }
  pdf.font('Helvetica').fontSize(10);
  if ('text' in block) pdf.text(writable(block.text)).moveDown(0.5);
  else if ('list' in block) {
    pdf.list(block.list.map(writable), { bulletRadius: 1.5 }).moveDown(0.5);
  } else if ('facts' in block) {
    const rows = block.facts.map(([name, value]) => [{ text: writable(name), textColor: '#444' }, writable(value)]);
    if (rows.length > 0) pdf.table({ columnStyles: [150, '*'], defaultStyle: { border: 0, padding: 3 }, data: rows });
    pdf.moveDown(0.5);
  } else {
    const data = [block.table.head, ...block.table.rows].map((row) => row.map(writable));
    pdf.table({
      rowStyles: (row) => (row === 0 ? { backgroundColor: '#eee' } : undefined),
      defaultStyle: { border: 0.5, borderColor: '#999', padding: 4 },
      data,
    });
    pdf.moveDown(0.5);
  }
}

function foot(pdf: Pdf, footer: string, page: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index);
    const { width, height, margins } = pdf.page;
    // Below the margin, where text would otherwise begin a new page.
    margins.bottom = 0;
    pdf.font('Helvetica').fontSize(8).fillColor('#444');
    pdf.text(`${footer} – ${page} ${index + 1}/${count}`, margin, height - 36, {
      width: width - 2 * margin,
      align: 'center',
      lineBreak: false,
    });
  }
}

function collected(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

/** The built-in fonts know Windows-1252: spaces of French typography become plain, what has no glyph a question mark. */
export const writable = (text: string): string =>
  text
    .replaceAll(/[\u202f\u2009\u2002\u2003]/g, '\u00a0')
    .replaceAll(/[^\n\t\u0020-\u007e\u00a0-\u00ff–—‘’‚“”„†‡•…‰‹›€™ŒœŠšŽžŸƒˆ˜]/g, '?');
