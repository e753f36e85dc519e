/** A rule's "no": a value, never an exception. `detail` fills the sentence and helps the caller mend the command. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export function refuse<const Code extends string>(
  code: Code,
  detail?: Readonly<Record<string, unknown>>,
): Refusal<Code> {
  return detail === undefined ? { refused: code } : { refused: code, detail };
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && typeof (value as Refusal).refused === 'string';

/** What the API says of a refusal. `{name}` in a sentence is replaced by that member of the detail. */
export interface Explanation {
  readonly status: 400 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428;
  readonly en: string;
  readonly fr: string;
}

/** Each code of a service with its status and sentences: a code without its entry does not compile. */
export type Explanations<Code extends string> = Readonly<Record<Code, Explanation>>;

/** Codes that any command can meet. */
export const commonRefusals = {
  'not-found': {
    status: 404,
    en: 'There is nothing here that you may see.',
    fr: "Il n'y a rien ici que vous puissiez voir.",
  },
  forbidden: {
    status: 403,
    en: 'Your role does not allow this; it takes one of: {by}.',
    fr: 'Votre rôle ne le permet pas ; il faut être : {by}.',
  },
  'not-allowed-now': {
    status: 409,
    en: 'Not possible in the state {status}. Possible now: {allowed}.',
    fr: "Impossible dans l'état {status}. Possible maintenant : {allowed}.",
  },
  'stale-version': {
    status: 412,
    en: 'Somebody changed this in the meantime: you had version {expected}, it is now {current}. Read it again.',
    fr: 'Quelqu’un a modifié ceci entre-temps : vous aviez la version {expected}, c’est maintenant la {current}. Relisez.',
  },
  'version-required': {
    status: 428,
    en: 'Send the version you have seen in the If-Match header.',
    fr: "Envoyez la version que vous avez vue dans l'en-tête If-Match.",
  },
  'idempotency-key-reused': {
    status: 422,
    en: 'This Idempotency-Key was used for another command. Use a new one.',
    fr: 'Cette Idempotency-Key a servi à une autre commande. Utilisez-en une nouvelle.',
  },
} as const satisfies Explanations<string>;

export type CommonCode = keyof typeof commonRefusals;

/** A refusal in words: each `{name}` is what the detail says of it. */
export const sentences = (
  { en, fr }: Pick<Explanation, 'en' | 'fr'>,
  detail: Readonly<Record<string, unknown>> = {},
): Pick<Explanation, 'en' | 'fr'> => ({ en: filled(en, detail), fr: filled(fr, detail) });

const filled = (sentence: string, detail: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = detail[name];
    return Array.isArray(value) ? value.join(', ') || '–' : String(value ?? '–');
  });
