import type { ProblemBody } from '@hub/http-edge';
import type { TokenError } from './token-request.js';

const sentences = {
  invalid_request: {
    status: 400,
    en: 'The request for a token is not complete.',
    fr: 'La demande de jeton est incomplète.',
  },
  unsupported_grant_type: {
    status: 400,
    en: 'Only an exchange of tokens is possible here.',
    fr: "Seul l'échange de jetons est possible ici.",
  },
  wrong_token: {
    status: 401,
    en: 'The token is wrong or expired: sign in again.',
    fr: 'Le jeton est erroné ou a expiré : reconnectez-vous.',
  },
  invalid_target: {
    status: 403,
    en: 'You hold no mandate of this organisation today.',
    fr: "Vous n'avez pas de mandat de cette organisation aujourd'hui.",
  },
} as const;

/** A refusal for both kinds of readers: OAuth's `error`, and our own format. */
export function exchangeProblem(reason: TokenError | 'wrong_token', description: string): ProblemBody {
  const { status, en, fr } = sentences[reason];
  const code = reason.replaceAll('_', '-');
  // RFC 8693, 2.2.2: a subject token that is not valid is an `invalid_request`.
  const error = reason === 'wrong_token' ? 'invalid_request' : reason;
  return { type: `urn:hub:problem:${code}`, title: code, status, code, en, fr, error, error_description: description };
}
