import { type Place, placesIn, type Use } from './places.js';
import type { DocumentKind, Placeholders, Template } from './template.js';
import { type Language, type Mention, mentionsIn, plainIn, wordsIn } from './wording.js';

const languages = ['en', 'fr'] as const;

/** What keeps a template from being used: each with its place and what helps. */
export function faultsIn(template: Template, { placeholders, mandatory }: DocumentKind): string[] {
  const { places, uses } = placesIn(template);
  const unreadable = places.flatMap(languageFaults);
  if (unreadable.length > 0) return unreadable;
  return [
    ...uses.flatMap((use) => useFaults(use, placeholders)),
    ...places.flatMap((place) => unknownIn(place, placeholders)),
    ...languages.flatMap((language) => missing(mandatory, { places, uses }, language)),
  ];
}

/** A wording has both languages and can be read in each. */
function languageFaults({ path, wording }: Place): string[] {
  if (typeof wording !== 'string') {
    const lacking = languages.filter((language) => typeof wording?.[language] !== 'string' || !wording[language]);
    if (lacking.length > 0) return lacking.map((language) => `${path}: ${language} is missing: give the words in it`);
    return languages.flatMap((language) => readingFaults(`${path}/${language}`, wording[language]));
  }
  if (/\p{L}/u.test(plainIn(wording))) return [`${path}: words in one language: give { "en": …, "fr": … }`];
  return readingFaults(path, wording);
}

function readingFaults(path: string, words: string): string[] {
  try {
    mentionsIn(words);
    return [];
  } catch (error) {
    return [`${path}: ${(error as Error).message}: write {{name}}, {{#name}}…{{/name}} or {{^name}}…{{/name}}`];
  }
}

function useFaults({ path, name, as }: Use, placeholders: Placeholders): string[] {
  const known = Object.keys(placeholders).filter((one) => as === 'condition' || typeof placeholders[one] === 'object');
  return known.includes(name) ? [] : [`${path}: unknown ${as} ${name}; known: ${known.join(', ')}`];
}

function unknownIn({ path, wording, rows }: Place, placeholders: Placeholders): string[] {
  const known = [...Object.keys(placeholders), ...(rows === undefined ? [] : fieldsOf(rows, placeholders))];
  const names = new Set(
    languages.flatMap((language) => mentionsIn(wordsIn(wording, language)).map(({ name }) => name)),
  );
  return [...names]
    .filter((name) => !known.includes(name))
    .map((name) => `${path}: unknown placeholder {{${name}}}; known here: ${known.join(', ')}`);
}

const fieldsOf = (rows: string, placeholders: Placeholders): readonly string[] => {
  const fields = placeholders[rows];
  return typeof fields === 'object' ? fields : [];
};

/** Mandatory is what every reader finds: under no condition but that it is there at all. */
function missing(
  mandatory: readonly string[],
  { places, uses }: { places: readonly Place[]; uses: readonly Use[] },
  language: Language,
): string[] {
  const shown = new Set([
    ...uses.filter(({ name, as, under }) => as === 'rows' && always(name, under)).map(({ name }) => name),
    ...places.flatMap((place) =>
      mentionsIn(wordsIn(place.wording, language)).flatMap((mention) => shownBy(place, mention)),
    ),
  ]);
  return mandatory
    .filter((name) => !shown.has(name))
    .map((name) => `${language}: mandatory {{${name}}} is missing: show it, under no condition but its own`);
}

function shownBy({ rows, under }: Place, mention: Mention): string[] {
  if (rows === undefined) return always(mention.name, [...under, ...mention.under]) ? [mention.name] : [];
  return always(rows, under) && always(mention.name, mention.under) ? [`${rows}.${mention.name}`] : [];
}

const always = (name: string, under: readonly string[]): boolean => under.every((condition) => condition === name);
