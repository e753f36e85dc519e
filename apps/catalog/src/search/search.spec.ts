import { emptyDescription } from '../description/empty-description.js';
import { excerpt, highlight } from './highlight.js';
import { pageOf } from './paging.js';
import { facetCounts } from './results.js';
import { searchDocument, variableDocument } from './search-document.js';
import { searchQuery } from './search-query.js';
import { fold, singular, wordsOf } from './words.js';

describe('words', () => {
  it('are folded, reduced to the singular, and rid of those that stand everywhere', () => {
    expect(wordsOf("Les décès à l'hôpital et cœurs")).toEqual(['dece', 'hopital', 'coeur']);
    expect(wordsOf('The registries of cancers')).toEqual(['registry', 'cancer']);
    expect(['hopitaux', 'reseaux', 'virus', 'diagnosis', 'process', 'yeux', 'cas'].map(singular)).toEqual([
      'hopital',
      'reseau',
      'virus',
      'diagnosis',
      'process',
      'yeux',
      'cas',
    ]);
    expect(fold('Ætiologie Groß')).toBe('aetiologie gross');
  });

  it('keep a column name whole and in parts', () => {
    expect(wordsOf('BEN_NIR_PSA')).toEqual(['ben_nir_psa', 'ben', 'nir', 'psa']);
  });
});

describe('a query', () => {
  it('asks for beginnings of all words, first in titles and keywords, and for selections', () => {
    expect(searchQuery('Hôpitaux sa', { theme: ['HEAL'], holder: ['chu', "l'hôpital"] })).toEqual({
      words: ['hopital'],
      everywhere: "'hopital':* & ('theme=HEAL') & ('holder=chu' | 'holder=l''hôpital')",
      strong: "'^hopital':* & ('theme=HEAL') & ('holder=chu' | 'holder=l''hôpital')",
      exact: "'hopital'",
      anyWord: "'hopital':*",
    });
  });

  it('cannot leave its quotes', () => {
    expect(searchQuery("a'b\\ | !c & ':*").everywhere).toBe("'a' & 'b' & 'c'");
    expect(searchQuery('', { theme: ["\\' | 'x"] }).everywhere).toBe("('theme=\\\\'' | ''x')");
  });

  it('keeps a column name whole, is bounded, and matches all without words', () => {
    expect(searchQuery('BEN_NIR').everywhere).toBe("'ben_nir':*");
    expect(searchQuery('x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11 x12 x13').words).toHaveLength(12);
    expect(searchQuery('  ')).toEqual({ words: [] });
    expect(searchQuery('de la').everywhere).toBe("'de' & 'la'");
  });
});

describe('a search document', () => {
  const description = {
    ...emptyDescription('d-1'),
    title: { fr: 'Registre des cancers' },
    description: { fr: 'Tumeurs' },
    keywords: { fr: ['oncologie'] },
    accessRights: 'NON_PUBLIC' as const,
    tables: [
      {
        name: 'CAS',
        title: {},
        keywords: {},
        primaryKey: [],
        foreignKeys: [],
        variables: [
          {
            name: 'STADE',
            label: { fr: 'Extension' },
            description: {},
            type: 'string',
            required: false,
            personalKey: false,
          },
        ],
      },
    ],
  };

  it('finds by every word, marks those of title and keywords, and carries the facets', () => {
    const { document, strong, facets } = searchDocument(description, 'chu');
    for (const word of [
      'registre',
      'cancer',
      'oncologie',
      'tumeur',
      'stade',
      'extension',
      '^cancer',
      '^oncologie',
      'holder=chu',
    ]) {
      expect(document.split(' ')).toContain(`'${word}'`);
    }
    expect(document).not.toContain("'^tumeur'");
    expect(strong.split(' ')).toEqual(expect.arrayContaining(["'cancer':1A", "'oncologie':1B"]));
    expect(facets).toEqual(['holder=chu', 'accessRight=NON_PUBLIC', 'keyword=oncologie']);
  });

  it('marks the words of a variable’s own name', () => {
    expect(variableDocument('SEX_COD', ['Sexe'])).toBe("'sex_cod' 'sex' 'cod' 'sexe' '^sex_cod' '^sex' '^cod'");
  });
});

describe('results', () => {
  it('highlight what matched, in the text as it is written', () => {
    expect(highlight('Hémoglobine glyquée', ['glyq'])).toEqual([
      { text: 'Hémoglobine ', hit: false },
      { text: 'glyquée', hit: true },
    ]);
    expect(highlight('BEN_NIR_PSA', ['nir'])).toEqual([{ text: 'BEN_NIR_PSA', hit: true }]);
    expect(highlight('<b>gras</b>', ['autre'])).toBeUndefined();
  });

  it('cut a long text around the first match', () => {
    const text = `${'début '.repeat(100)}cible ${'fin '.repeat(100)}`;
    const cut = excerpt(text, ['cible'], 60);
    const shown = cut?.map((each) => each.text).join('') ?? '';
    expect(shown.length).toBeLessThan(70);
    expect(shown).toMatch(/^….*cible.*…$/);
  });

  it('count facets by falling frequency, with labels where there is a list', () => {
    const counts = facetCounts({ 'healthCategory=EHRS': 2, 'healthCategory=HRAD': 5, 'keyword=a=b': 1 });
    expect(counts.healthCategory.map(({ value, count, label }) => [value, count, label?.en])).toEqual([
      ['HRAD', 5, 'Administrative data and reimbursement claims'],
      ['EHRS', 2, 'Electronic health records'],
    ]);
    expect(counts.keyword).toEqual([{ value: 'a=b', count: 1 }]);
  });

  it('are paged as far as they are ranked', () => {
    expect(pageOf({ page: 50, size: 20 }, 1_000)).toEqual({ number: 50, size: 20, skip: 980 });
    expect(pageOf({ page: 51, size: 20 }, 1_000)).toMatchObject({ refused: 'page-too-far' });
  });
});
