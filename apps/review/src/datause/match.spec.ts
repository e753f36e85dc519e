import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedCodes } from './duo-terms.fixture.js';
import type { DataUseCode, StatedUse, Verdict } from './facts.js';
import { canonicalCode, matchOf, treatments } from './match.js';

const research: StatedUse = { purposes: ['e'], organisationId: 'inserm' };
const verdict = (code: DataUseCode | string, stated: Partial<StatedUse> = {}): Verdict =>
  matchOf([typeof code === 'string' ? { code } : code], { ...research, ...stated }).verdict;

describe('every term of the Data Use Ontology', () => {
  it('that is not obsolete has a defined treatment, and no other has', () => {
    expect(Object.keys(treatments).sort()).toEqual(publishedCodes);
  });

  it('is the ontology’s own, where the file is at hand', () => {
    const file = join(import.meta.dirname, '../../../../../../shared/data/duo/duo.owl');
    const owl = textOf(file);
    if (owl === undefined) return;
    const terms = [...owl.matchAll(/<owl:Class rdf:about="[^"]*\/(DUO_\d+)">(.*?)<\/owl:Class>/gs)];
    const current = terms.filter(([, , body]) => !/deprecated|>obsolete /.test(body ?? ''));
    expect([...new Set(current.map(([, id]) => canonicalCode(id ?? '')))].sort()).toEqual(publishedCodes);
  });

  it.each(publishedCodes)('%s explains itself in French and English', (code) => {
    const [finding] = matchOf([{ code }], research).findings;
    expect(finding?.en.length).toBeGreaterThan(10);
    expect(finding?.fr.length).toBeGreaterThan(10);
    expect(finding?.fr).not.toBe(finding?.en);
  });
});

const company = { organisationKind: 'industry', publicBody: false };
const region = { code: 'DUO:0000022', countries: ['FR'] };
const disease = { code: 'DUO:0000007', diseases: ['MONDO:0005148'] };

describe('the data-use match', () => {
  it.each<[string, DataUseCode | string, Partial<StatedUse>, Verdict]>([
    ['no restriction', 'DUO:0000004', { purposes: ['b'] }, 'MATCH'],
    ['general research, for research', 'DUO:0000042', {}, 'MATCH'],
    ['general research, for research and teaching', 'DUO:0000042', { purposes: ['e', 'd'] }, 'NO_MATCH'],
    ['general research, for public health', 'DUO:0000042', { purposes: ['a'] }, 'CANNOT_TELL'],
    ['general research, nothing stated', 'DUO:0000042', { purposes: [] }, 'CANNOT_TELL'],
    ['health, for improving care', 'DUO:0000006', { purposes: ['f'] }, 'MATCH'],
    ['health, for official statistics', 'DUO:0000006', { purposes: ['c'] }, 'CANNOT_TELL'],
    ['a disease, the same studied', disease, { diseases: ['MONDO:0005148'] }, 'MATCH'],
    ['a disease, another studied', disease, { diseases: ['MONDO:0004992'] }, 'CANNOT_TELL'],
    ['a disease, none stated', disease, {}, 'CANNOT_TELL'],
    ['a disease, a subtype', { code: 'DUO:0000007', diseases: ['ICD10:E11'] }, { diseases: ['ICD10:E11.9'] }, 'MATCH'],
    [
      'a disease, a neighbour',
      { code: 'DUO:0000007', diseases: ['ICD10:E1'] },
      { diseases: ['ICD10:E11'] },
      'CANNOT_TELL',
    ],
    ['a disease, none studied', disease, { diseases: [] }, 'NO_MATCH'],
    ['origins only, the only subject', 'DUO:0000011', { ancestry: 'only' }, 'MATCH'],
    ['origins only, among others', 'DUO:0000011', { ancestry: 'among-others' }, 'NO_MATCH'],
    ['origins only, unstated', 'DUO:0000011', {}, 'CANNOT_TELL'],
    ['no origins, not studied', 'DUO:0000044', { ancestry: 'none' }, 'MATCH'],
    ['no origins, studied', 'DUO:0000044', { ancestry: 'among-others' }, 'NO_MATCH'],
    ['no origins, unstated', 'DUO:00000044', {}, 'CANNOT_TELL'],
    ['genetic only, one', 'DUO:0000016', { genetic: true }, 'MATCH'],
    ['genetic only, none', 'DUO:0000016', { genetic: false }, 'NO_MATCH'],
    ['genetic only, unstated', 'DUO:0000016', {}, 'CANNOT_TELL'],
    ['research of a certain kind', 'DUO:0000012', { genetic: true, diseases: [] }, 'CANNOT_TELL'],
    ['origins only, for policy', 'DUO:0000011', { purposes: ['b'] }, 'NO_MATCH'],
    ['no methods, for policy', 'DUO:0000015', { purposes: ['b'] }, 'MATCH'],
    ['no methods, for research', 'DUO:0000015', {}, 'CANNOT_TELL'],
    ['no methods, none developed', 'DUO:0000015', { methods: false }, 'MATCH'],
    ['no methods, some developed', 'DUO:0000015', { methods: true }, 'NO_MATCH'],
    ['not-for-profit, by its own word', 'DUO:0000045', { notForProfit: true }, 'MATCH'],
    ['not-for-profit, not by its own word', 'DUO:0000045', { notForProfit: false }, 'NO_MATCH'],
    ['not-for-profit, a company that says so', 'DUO:0000045', { ...company, notForProfit: true }, 'NO_MATCH'],
    ['not-for-profit, a public body', 'DUO:0000045', { publicBody: true }, 'MATCH'],
    ['not-for-profit, a company', 'DUO:0000045', company, 'NO_MATCH'],
    ['not-for-profit, unstated', 'DUO:0000045', {}, 'CANNOT_TELL'],
    ['non-commercial, unstated', 'DUO:0000046', { publicBody: true }, 'CANNOT_TELL'],
    ['non-commercial, commercial', 'DUO:0000046', { commercial: true }, 'NO_MATCH'],
    ['both, a company', 'DUO:0000018', company, 'NO_MATCH'],
    ['both, a public body, use unstated', 'DUO:0000018', { publicBody: true }, 'CANNOT_TELL'],
    ['both, met', 'DUO:0000018', { publicBody: true, commercial: false }, 'MATCH'],
    ['a region, inside', region, { country: 'FR' }, 'MATCH'],
    ['a region, outside', region, { country: 'US' }, 'NO_MATCH'],
    ['a region, used inside', region, { country: 'US', countries: ['FR'] }, 'MATCH'],
    ['a region, used elsewhere too', region, { country: 'FR', countries: ['FR', 'US'] }, 'NO_MATCH'],
    ['a region, unstated', 'DUO:0000022', { country: 'FR' }, 'CANNOT_TELL'],
    ['an institution, this one', { code: 'DUO:0000028', institutions: ['inserm'] }, {}, 'MATCH'],
    ['an institution, another', { code: 'DUO:0000028', institutions: ['hdh'] }, {}, 'NO_MATCH'],
    ['a time, enough', { code: 'DUO:0000025', months: 24 }, { months: 24 }, 'MATCH'],
    ['a time, too short', { code: 'DUO:0000025', months: 24 }, { months: 25 }, 'NO_MATCH'],
    ['publication, undertaken', 'DUO:0000019', { undertakings: ['publication'] }, 'MATCH'],
    ['publication, unstated', 'DUO:0000019', { undertakings: ['return'] }, 'CANNOT_TELL'],
    ['a moratorium, undertaken', 'DUO:0000024', { undertakings: ['moratorium'] }, 'MATCH'],
    ['collaboration, undertaken', 'DUO:0000020', { undertakings: ['collaboration'] }, 'MATCH'],
    ['return, undertaken', 'DUO:0000029', { undertakings: ['return'] }, 'MATCH'],
    ['return, unstated', 'DUO:0000029', { undertakings: ['publication'] }, 'CANNOT_TELL'],
    ['publication, obliged', 'DUO:0000019', { mustPublish: true }, 'MATCH'],
    ['clinical care', 'DUO:0000043', {}, 'MATCH'],
    ['a term that was never in force', 'DUO:0000099', {}, 'CANNOT_TELL'],
  ])('%s', (_name, code, stated, expected) => {
    expect(verdict(code, stated)).toBe(expected);
  });

  it('never answers on ethics, and says so, whatever is stated', () => {
    const everything = { ...company, commercial: false, diseases: ['x'], months: 1, mustPublish: true, country: 'FR' };
    for (const stated of [{}, everything]) expect(verdict('DUO:0000021', stated)).toBe('CANNOT_TELL');
    expect(matchOf([{ code: 'DUO:0000021' }], research).findings[0]?.en).toMatch(/never answers/);
  });

  it('is no match where one code is none, and no match for sure only where every code is', () => {
    const verdictOfAll = (...codes: string[]) =>
      matchOf(
        codes.map((code) => ({ code })),
        { ...research, ...company },
      ).verdict;
    expect(verdictOfAll('DUO:0000042', 'DUO:0000021')).toBe('CANNOT_TELL');
    expect(verdictOfAll('DUO:0000042', 'DUO:0000021', 'DUO:0000045')).toBe('NO_MATCH');
    expect(verdictOfAll('DUO:0000042', 'DUO:0000043')).toBe('MATCH');
    expect(verdictOfAll()).toBe('CANNOT_TELL');
  });
});

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
