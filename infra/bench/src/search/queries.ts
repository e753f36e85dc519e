import { Seeded } from '@hub/testkit';
import { accented, vocabulary, word } from './vocabulary.js';

export interface SearchRequest {
  readonly kind: string;
  readonly path: string;
}

type Make = (random: Seeded) => string;

const text = (q: string, more = ''): string => `/catalog/datasets?q=${encodeURIComponent(q)}${more}`;
const category: Make = (random) => `&healthCategory=${random.pick(['HRAD', 'HGPD', 'PHDR', 'EHCT', 'EINS'])}`;
const right: Make = (random) => `&accessRight=${random.pick(['NON_PUBLIC', 'RESTRICTED', 'PUBLIC'])}`;
const common: Make = (random) => vocabulary[random.below(20)] as string;
const rare: Make = (random) => vocabulary[1_000 + random.below(vocabulary.length - 1_000)] as string;

/** What people do in a catalogue, and how often of a hundred times. */
const kinds: readonly (readonly [kind: string, weight: number, make: Make])[] = [
  ['a common word', 10, (random) => text(common(random))],
  ['a word', 15, (random) => text(word(random))],
  ['a rare word', 10, (random) => text(rare(random))],
  ['an accented word', 8, (random) => text(random.pick(Object.values(accented)))],
  ['a beginning', 15, (random) => text(word(random).slice(0, 3 + random.below(3)))],
  ['two words', 12, (random) => text(`${common(random)} ${word(random)}`)],
  ['three words', 5, (random) => text(`${common(random)} ${common(random)} ${word(random).slice(0, 4)}`, '&lang=en')],
  ['a word and a facet', 8, (random) => text(word(random), category(random))],
  ['facets only', 4, (random) => text('', category(random) + right(random))],
  ['a later page', 3, (random) => text(common(random), '&page=5')],
  ['no words', 2, () => '/catalog/datasets'],
  ['variables', 8, (random) => `/catalog/variables?q=${encodeURIComponent(word(random))}`],
];

/** The same mix for the same seed. */
export function requests(count: number, seed: number): SearchRequest[] {
  const random = new Seeded(seed);
  const total = kinds.reduce((sum, [, weight]) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let at = random.below(total);
    const [kind, , make] = kinds.find(([, weight]) => (at -= weight) < 0) as (typeof kinds)[number];
    return { kind, path: make(random) };
  });
}
