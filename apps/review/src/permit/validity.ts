import { lastInstantOf, parseIsoDay } from '@hub/clock';
import type { PermitContent } from './document.js';

/** The end of the last day of validity, in the issuing body's zone. */
export const endOf = ({ validity }: PermitContent, zone = 'Europe/Paris'): Date =>
  lastInstantOf(parseIsoDay(validity.until), zone);
