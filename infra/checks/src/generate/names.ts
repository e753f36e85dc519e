/** `save-answers` → `saveAnswers`. */
export const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `save-answers` → `SaveAnswers`. */
export const pascal = (kebab: string): string => camel(`-${kebab}`);

/** @throws Error with the remedy, if the name is not words in small letters joined by hyphens. */
export function checkedName(name: string | undefined, what: string): string {
  if (name && /^[a-z]+(-[a-z]+)*$/.test(name)) return name;
  throw new Error(`${what} must be words in small letters joined by hyphens (save-answers), not ${name ?? 'nothing'}`);
}
