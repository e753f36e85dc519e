import { randomBytes } from 'node:crypto';

/** Where the secrets of links come from: chance in production. */
export const secretOfChance = (): string => randomBytes(32).toString('base64url');
