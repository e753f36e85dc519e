import { textOfPdf } from '@hub/testkit';
import { pdfOf } from './index.js';

const at = new Date('2026-03-02T09:00:00.000Z');
const long = Array.from({ length: 80 }, (_, number) => [`table ${number}`, 'colonne']);

describe('a document', () => {
  it('holds every block, in order, in French as well', async () => {
    const bytes = await pdfOf({
      title: 'Autorisation HDH-2026-000001',
      language: 'fr',
      at,
      blocks: [
        { heading: 'Finalité' },
        { text: 'Évaluer l’œuvre – 3\u202f000 € au plus' },
        { facts: [['Porteur', 'claire']] },
        { list: ['Espace sécurisé'] },
        { table: { head: ['Table', 'Colonne'], rows: [['ER_PRS_F', 'EXE_SOI_DTD']] } },
      ],
    });
    const text = await textOfPdf(bytes);
    for (const part of ['Finalité', 'l’œuvre', '000 €', 'claire', 'Espace sécurisé', 'ER_PRS_F', 'Page 1/1']) {
      expect(text).toContain(part);
    }
  });
  it('runs over pages and numbers them', async () => {
    const bytes = await pdfOf({
      title: 'T',
      language: 'en',
      at,
      blocks: [{ table: { head: ['a', 'b'], rows: long } }],
    });
    const text = await textOfPdf(bytes);
    expect(text).toContain('table 79');
    expect(text).toMatch(/Page 3\/3/);
    expect(text).not.toMatch(/Page 4/);
  });
  it('is the same for the same content', async () => {
    const one = { title: 'T', language: 'en' as const, at, blocks: [{ text: 'x' }] };
    expect((await pdfOf(one)).equals(await pdfOf(one))).toBe(true);
  });
});
