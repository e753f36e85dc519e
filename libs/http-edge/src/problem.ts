import { commonRefusals, type Explanations, type Refusal, sentences } from '@hub/decider';

/** One thing that is wrong with the input, and where. */
export interface FieldError {
  /** Path of the field, dots between members: `scope.period.from`. */
  readonly field: string;
  readonly code: string;
  readonly en: string;
  readonly fr: string;
}

/** The one error format of the API: RFC 9457 with a stable code and sentences in English and French. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly errors?: readonly FieldError[];
  readonly correlationId?: string;
  readonly [detail: string]: unknown;
}

/** Codes that no rule gives, but the edge does. */
const edgeProblems = {
  'invalid-input': {
    status: 400,
    en: 'The input has errors; all are listed.',
    fr: 'La saisie comporte des erreurs ; toutes sont listées.',
  },
  unauthenticated: {
    status: 401,
    en: 'Sign in: the token is missing, wrong or expired.',
    fr: 'Connectez-vous : le jeton manque, est erroné ou a expiré.',
  },
  'no-such-route': { status: 404, en: 'There is no such address.', fr: "Cette adresse n'existe pas." },
  'method-not-allowed': {
    status: 405,
    en: 'This address does not take this method.',
    fr: "Cette adresse n'accepte pas cette méthode.",
  },
  'too-large': { status: 413, en: 'The body is too large.', fr: 'Le corps est trop volumineux.' },
  'unsupported-media-type': {
    status: 415,
    en: 'This content type is not taken here.',
    fr: "Ce type de contenu n'est pas accepté ici.",
  },
  'too-many-requests': {
    status: 429,
    en: 'Too many requests. Try again later.',
    fr: 'Trop de requêtes. Réessayez plus tard.',
  },
  'internal-error': {
    status: 500,
    en: 'Something went wrong on our side; the reference leads to the log.',
    fr: 'Une erreur est survenue chez nous ; la référence mène au journal.',
  },
  unavailable: {
    status: 503,
    en: 'The service cannot do this right now. Try again.',
    fr: 'Le service ne le peut pas en ce moment. Réessayez.',
  },
} as const;

export type EdgeCode = keyof typeof edgeProblems;

/** Thrown at the edge, never by a rule; the filter writes it. */
export class Problem extends Error {
  constructor(
    readonly body: ProblemBody,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(body.code);
    this.name = 'Problem';
  }
}

export function edgeProblem(
  code: EdgeCode,
  detail: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Problem {
  const { status, en, fr } = edgeProblems[code];
  return new Problem({ type: `urn:hub:problem:${code}`, title: code, status, code, en, fr, ...detail }, headers);
}

/** The body of an address that is not there, or of Nest's own exceptions, by status. */
export const edgeCodeFor = (status: number): EdgeCode =>
  (Object.entries(edgeProblems).find(([, problem]) => problem.status === status)?.[0] as EdgeCode | undefined) ??
  (status < 500 ? 'invalid-input' : 'internal-error');

export function refusalProblem(refusal: Refusal, explanations: Explanations<string>): Problem {
  const code = refusal.refused;
  const explanation = explanations[code] ?? commonRefusals[code as keyof typeof commonRefusals];
  if (!explanation) throw new Error(`no explanation for the refusal ${code}`);
  const detail = refusal.detail ?? {};
  return new Problem({
    ...detail,
    type: `urn:hub:problem:${code}`,
    title: code,
    status: explanation.status,
    code,
    ...sentences(explanation, detail),
  });
}
