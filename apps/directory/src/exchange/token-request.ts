/** RFC 8693, the part that we take: one outside access token against one hub token. */
export const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';
export const jwtType = 'urn:ietf:params:oauth:token-type:jwt';

export interface TokenRequest {
  readonly subjectToken: string;
  /** The organisation to act for. */
  readonly organisation: string | undefined;
}

/** The errors of RFC 6749, section 5.2, and RFC 8693, section 2.2.2, that can happen here. */
export type TokenError = 'invalid_request' | 'unsupported_grant_type' | 'invalid_target';

export interface Malformed {
  readonly error: TokenError;
  readonly description: string;
}

const longestToken = 8_192;

/** Reads the form; says what is wrong with the first field that is. */
export function readTokenRequest(form: Readonly<Record<string, unknown>>, audience: string): TokenRequest | Malformed {
  const field = (name: string) =>
    typeof form[name] === 'string' && form[name] !== '' ? (form[name] as string) : undefined;
  const wrong = (description: string, error: TokenError = 'invalid_request'): Malformed => ({ error, description });
  if (field('grant_type') !== exchangeGrant)
    return wrong(`grant_type must be ${exchangeGrant}`, 'unsupported_grant_type');
  const subjectToken = field('subject_token');
  if (!subjectToken || subjectToken.length > longestToken) return wrong('subject_token is missing or too long');
  if (![accessTokenType, jwtType].includes(field('subject_token_type') ?? '')) {
    return wrong(`subject_token_type must be ${accessTokenType} or ${jwtType}`);
  }
  if (form.actor_token !== undefined) return wrong('actor_token is not taken: nobody acts as somebody else');
  if (field('audience') !== undefined && field('audience') !== audience) {
    return wrong(`audience can only be ${audience}`, 'invalid_target');
  }
  return { subjectToken, organisation: field('organisation') };
}

export const isMalformed = (read: TokenRequest | Malformed): read is Malformed => 'error' in read;
