import type { Language } from '../rules/rule.js';

/**
 * DEMONSTRATION ONLY. Addresses of the invented people of the local OpenID provider, under the same ids
 * (`infra/local/src/demo-accounts.ts`). The domains can never exist (RFC 2606), so nobody is ever written to.
 */
export interface DemonstrationCorrespondent {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
}

const person = (id: string, organisation: string, language: Language = 'fr'): DemonstrationCorrespondent => ({
  id,
  email: `${id}@${organisation}.example`,
  language,
});

export const demonstrationCorrespondents: readonly DemonstrationCorrespondent[] = [
  person('holder-cnam', 'cnam'),
  person('holder-chu', 'chu-bordeaux'),
  person('claire', 'inserm'),
  person('david', 'inserm', 'en'),
  person('eve', 'institut-curie', 'en'),
  person('officer', 'hdh'),
  person('president', 'cesrees'),
  person('rapporteur-1', 'cesrees'),
  person('rapporteur-2', 'cesrees', 'en'),
  person('member-1', 'cesrees'),
  person('member-2', 'cesrees'),
  person('member-3', 'cesrees', 'en'),
  person('authority', 'cnil'),
  person('engineer', 'hdh'),
  person('checker-1', 'hdh', 'en'),
  person('checker-2', 'hdh'),
  person('security', 'hdh'),
  person('registrar', 'hdh'),
  person('auditor', 'cour-des-comptes'),
  person('admin', 'hdh'),
  person('representative', 'inserm'),
];
