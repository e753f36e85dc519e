import { pdfOf } from '@hub/pdf';
import { documentFrom } from '@hub/pdf/template';
import { textOfPdf } from '@hub/testkit';
import { templatesFrom } from '../template/templates.config.js';
import { documentOf } from './document.js';
import { baseId, content, granted, key, seal, template } from './permit.fixture.js';
import { permit } from './permit.js';
import { permitValues } from './permit-values.js';
import { fingerprintOf } from './seal.js';
import { checked } from './verification.js';

const now = new Date('2026-04-01T00:00:00Z');
const whole = {
  ...content,
  optOut: { asAt: '2026-03-02T09:00:00.000Z', exception: true, reasons: 'A rare disease.' },
  categories: [{ datasetId: 'snds-dcir', categories: ['HRAD', 'MRMR'] }],
  use: { commercial: false, diseases: ['MONDO:0005148'], undertakings: ['publication' as const], months: 36 },
  dataFormat: 'PSEUDONYMISED' as const,
  tools: ['R', 'Python'],
  fees: { currency: 'EUR' as const, cents: 123_450 },
  points: ['Interim report in June.'],
};
const signed = seal(documentOf(whole, { baseId, version: 1, at: '2026-03-02T09:00:00.000Z', template }));
const shipped = templatesFrom({}).of(template);
if (!shipped) throw new Error('the template of permits is shipped');
const oneLine = async (language: 'en' | 'fr') => {
  const document = documentFrom(shipped, permitValues(signed, language), language, new Date(now));
  return (await textOfPdf(await pdfOf(document))).replaceAll(/\s+/g, ' ');
};

describe('a permit on paper', () => {
  const facts = [
    ...[
      `${baseId}-v1`,
      'claire',
      'inserm',
      'david',
      'snds-dcir',
      'BEN_NIR_PSA',
      '2019-01-01',
      '2026-08-31',
      'R, Python',
    ],
    ...[key.keyId, fingerprintOf(signed.document).slice(0, 30), 'Interim report in June.'],
    ...['MONDO:0005148', 'A rare disease.'],
  ];
  it.each([
    [
      'fr',
      [
        'pseudonymisées',
        'porteur de projet',
        'recherche scientifique',
        '1 234,50 €',
        'exception accordée',
        'remboursements',
        'publication des résultats',
      ],
    ],
    [
      'en',
      [
        'pseudonymised',
        'project lead',
        'scientific research',
        '€1,234.50',
        'exception granted',
        'reimbursement claims',
        'Commercial no',
      ],
    ],
  ] as const)('says all of article 68(10) in %s', async (language, words) => {
    const text = await oneLine(language);
    for (const part of [...facts, ...words]) expect(text).toContain(part);
  });
});

describe('a copy of a permit', () => {
  const state = permit.evolve({ status: 'ABSENT' }, granted);
  if (state.status !== 'GRANTED') throw new Error('the story begins with a permit');
  const [original] = state.versions as [typeof signed];
  const id = original.document.id;
  it('is genuine to the letter, and tells whether it still holds', () => {
    expect(checked(original, state, [key], now)).toMatchObject({ genuine: true, id, status: 'VALID' });
    expect(checked({ id, sha256: fingerprintOf(original.document) }, state, [key], now)).toMatchObject({
      genuine: true,
      status: 'VALID',
    });
    expect(JSON.stringify(checked(original, state, [key], now))).not.toMatch(/claire|david|inserm/);
  });
  it('that was changed, signed by a stranger or never issued is not', () => {
    const why = (copy: Parameters<typeof checked>[0], known = true) =>
      checked(copy, known ? state : undefined, [key], now);
    const longer = { ...original.document, validity: { from: '2026-03-02', until: '2036-08-31' } };
    expect(why({ ...original, document: longer })).toEqual({ genuine: false, why: 'changed-after-signing' });
    expect(why({ ...original, keyId: 'stranger' })).toEqual({ genuine: false, why: 'unknown-key' });
    expect(why({ id, sha256: '0'.repeat(64) })).toEqual({ genuine: false, why: 'other-content' });
    expect(why(original, false)).toEqual({ genuine: false, why: 'not-a-permit' });
    // Signed with the hub's key, but not what the register holds under that number.
    expect(why(signed)).toEqual({ genuine: false, why: 'other-content' });
  });
});
