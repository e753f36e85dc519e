import { csvLine } from '../csv.js';
import { happenings, happeningWords, kinds, kindWords } from './kind.js';
import { csvCells, csvColumns, viewOf } from './register.view.js';
import { conditionsOf, placeIn, placeText } from './register-query.js';
import type { RegisterRow } from './register-row.js';

const now = new Date('2026-05-01T00:00:00.000Z');
const row: RegisterRow = {
  id: 'app-1',
  kind: 'REFUSAL',
  procedure: 'FR_AUTHORISATION',
  organisation_id: 'inserm',
  datasets: ['snds'],
  purposes: ['e'],
  received_at: new Date('2026-01-05T08:00:00.000Z'),
  decided_at: new Date('2026-03-02T08:00:00.000Z'),
  publication_due_at: new Date('2026-04-14T21:59:59.999Z'),
  summary_confidential: false,
  version: 1,
  published_at: new Date('2026-01-06T08:00:00.000Z'),
  decision_published_at: null,
  ...{ title_fr: '=Titre', title_en: 'Title', summary_fr: 'Résumé', summary_en: 'Summary' },
  ...{ ground_fr: null, ground_en: null, words_fr: null, words_en: null },
  ...{ permit_id: null, permit_status: null, valid_from: null, valid_until: null },
  ...{ result_status: null, result_due_at: null, result_published_at: null, result_title_fr: null },
  ...{ result_title_en: null, result_summary_fr: null, result_summary_en: null, result_links: null },
  changed_at: now,
};

describe('what the register shows', () => {
  it('calls a decision overdue that is not published within its limit, and one published after it late', () => {
    expect(viewOf(row, now).publication).toMatchObject({ status: 'OVERDUE', late: false });
    expect(viewOf(row, new Date('2026-04-14T21:59:59.999Z')).publication).toMatchObject({ status: 'DUE' });
    const late = { ...row, decision_published_at: new Date('2026-04-20T08:00:00.000Z') };
    expect(viewOf(late, now).publication).toMatchObject({ status: 'PUBLISHED', late: true });
    expect(viewOf({ ...row, kind: 'APPLICATION', publication_due_at: null }, now).publication).toBeNull();
  });

  it('hides a published summary from the moment the applicant keeps it confidential', () => {
    expect(viewOf(row, now).summary).toEqual({ fr: 'Résumé', en: 'Summary' });
    expect(JSON.stringify(viewOf({ ...row, summary_confidential: true }, now))).not.toContain('Résumé');
  });

  it('has words in both languages for every kind and every happening', () => {
    for (const kind of kinds) expect(kindWords[kind]).toEqual({ en: expect.any(String), fr: expect.any(String) });
    for (const what of happenings) expect(happeningWords[what].fr).not.toBe(happeningWords[what].en);
  });

  it('is one CSV line an entry, and no formula in it', () => {
    const cells = csvCells(viewOf(row, now));
    expect(cells).toHaveLength(csvColumns.length);
    expect(csvLine(cells)).toContain(`,'=Titre,`);
  });
});

describe('a search of the register', () => {
  it('goes on after a place, and takes no place that was not given', () => {
    const place = { receivedAt: '2026-01-05T08:00:00.000Z', id: 'app-1' };
    expect(placeIn(placeText(place))).toEqual(place);
    for (const made of ['', 'x', 'bm9uc2Vuc2U', placeText({ receivedAt: 'yesterday', id: 'a' })])
      expect(placeIn(made)).toBeUndefined();
  });

  it('passes what was asked as values, never as SQL', () => {
    const { where, values } = conditionsOf({ q: "'; DROP TABLE", organisation: "x' OR true", year: 2026 }, now);
    expect(where).not.toMatch(/DROP|OR true/);
    expect(values).toEqual(["'; DROP TABLE", "x' OR true", 2026]);
  });
});
