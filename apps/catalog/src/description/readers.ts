import { isRecord, type Problem, textOf } from './json.js';
import type { TextLists, Texts } from './texts.js';

/** Reads a value of unknown JSON; pushes what is wrong with it, with its path, and goes on. */
export type Read<T> = (value: unknown, path: string, problems: Problem[]) => T | undefined;

interface Member<T> {
  readonly read: Read<T>;
  readonly absent: 'refuse' | 'leave-out' | { readonly default: T };
}

export const required = <T>(read: Read<T>): Member<T> => ({ read, absent: 'refuse' });
export const optional = <T>(read: Read<T>): Member<T | undefined> => ({ read, absent: 'leave-out' });
export const member = <T>(read: Read<T>, whenAbsent: T): Member<T> => ({ read, absent: { default: whenAbsent } });

type Members<T> = { readonly [Name in keyof Required<T>]: Member<T[Name]> };

/** An object with exactly these members: one that is not known is a problem, so that a misspelt name is not lost. */
export function object<T extends object>(members: Members<T>): Read<T> {
  const known = Object.entries(members) as [string, Member<unknown>][];
  const names = new Set(known.map(([name]) => name));
  return (value, path, problems) => {
    if (!isRecord(value)) return fail(problems, path, 'must be an object');
    for (const name of Object.keys(value)) {
      if (!names.has(name)) fail(problems, join(path, name), 'is not known here: remove it');
    }
    const entries = known.flatMap(([name, each]) => {
      const read = readMember(value[name], each, join(path, name), problems);
      return read === undefined ? [] : [[name, read] as const];
    });
    return Object.fromEntries(entries) as T;
  };
}

function readMember(value: unknown, { read, absent }: Member<unknown>, path: string, problems: Problem[]): unknown {
  if (value !== undefined && value !== null) return read(value, path, problems);
  if (absent === 'refuse') return fail(problems, path, 'is mandatory');
  return absent === 'leave-out' ? undefined : absent.default;
}

export const text: Read<string> = (value, path, problems) => {
  const read = textOf(value);
  if (read === undefined) return fail(problems, path, 'must be a text that is not empty');
  return read.length <= 100_000 ? read : fail(problems, path, 'must be at most 100,000 characters');
};

/** `2020`, `2020-03` or `2020-03-01`, with or without a time. */
export const date: Read<string> = (value, path, problems) => {
  const read = textOf(value);
  return read !== undefined && /^\d{4}(-\d\d){0,2}(T.*)?$/.test(read)
    ? read
    : fail(problems, path, 'must be an ISO date');
};

export const nonNegative: Read<number> = (value, path, problems) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : fail(problems, path, 'must be a whole number, not negative');

export const flag: Read<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : fail(problems, path, 'must be true or false');

export const oneOf =
  <const T extends string>(values: readonly T[]): Read<T> =>
  (value, path, problems) =>
    values.find((each) => each === value) ?? fail(problems, path, `must be one of ${values.join(', ')}`);

export const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, path, problems) => {
    if (!Array.isArray(value)) return fail(problems, path, 'must be a list');
    return value.flatMap((each, index) => read(each, `${path}[${index}]`, problems) ?? []);
  };

/** A text per language, or one text whose language is not said. */
export const texts: Read<Texts> = (value, path, problems) => {
  const alone = textOf(value);
  if (alone !== undefined) return { und: alone };
  return byLanguage(value, path, problems, text);
};

export const textLists: Read<TextLists> = (value, path, problems) =>
  Array.isArray(value)
    ? { und: list(text)(value, path, problems) ?? [] }
    : byLanguage(value, path, problems, list(text));

function byLanguage<T>(
  value: unknown,
  path: string,
  problems: Problem[],
  read: Read<T>,
): Record<string, T> | undefined {
  if (!isRecord(value)) return fail(problems, path, 'must be an object with a language each, such as { "fr": "…" }');
  return Object.fromEntries(
    Object.entries(value).flatMap(([language, each]) => {
      if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language))
        fail(problems, join(path, language), 'is not a language tag');
      const content = read(each, join(path, language), problems);
      return content === undefined ? [] : [[language.toLowerCase(), content] as const];
    }),
  );
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function fail(problems: Problem[], path: string, problem: string): undefined {
  problems.push({ path, problem });
  return undefined;
}
