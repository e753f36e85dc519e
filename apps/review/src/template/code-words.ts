import type { Bilingual } from '@hub/procedures';

export type Language = 'en' | 'fr';

/** Codes of decisions and permits in words; a code without words is printed as it is. */
const codes: Readonly<Record<string, Bilingual>> = {
  GRANTED: { en: 'granted', fr: 'accordé' },
  REFUSED: { en: 'refused', fr: 'refusé' },
  MET: { en: 'met', fr: 'rempli' },
  NOT_MET: { en: 'not met', fr: 'non rempli' },
  NOT_APPLICABLE: { en: 'not applicable', fr: 'sans objet' },
  lead: { en: 'project lead', fr: 'porteur de projet' },
  member: { en: 'data user', fr: 'utilisateur de données' },
  implementer: { en: 'implementer', fr: 'responsable de mise en œuvre' },
  PSEUDONYMISED: { en: 'pseudonymised', fr: 'pseudonymisées' },
  ANONYMISED: { en: 'anonymised', fr: 'anonymisées' },
  SECURE_WORKSPACE_ONLY: {
    en: 'The data are worked on in the secure workspace only.',
    fr: 'Les données ne sont traitées que dans l’espace sécurisé.',
  },
  NO_REIDENTIFICATION: { en: 'Nobody is to be re-identified.', fr: 'Toute réidentification est interdite.' },
  RESULTS_CHECKED_BEFORE_EXPORT: {
    en: 'Results are checked before export.',
    fr: 'Les résultats sont vérifiés avant toute sortie.',
  },
  RESULTS_PUBLISHED_WITHIN_18_MONTHS: {
    en: 'Results are published within 18 months of completion.',
    fr: 'Les résultats sont publiés dans les 18 mois suivant la fin du projet.',
  },
  a: { en: '(a) public or occupational health', fr: 'a) santé publique ou au travail' },
  b: { en: '(b) policy and regulation', fr: 'b) politiques et réglementation' },
  c: { en: '(c) official statistics', fr: 'c) statistiques officielles' },
  d: { en: '(d) education', fr: 'd) enseignement' },
  e: { en: '(e) scientific research', fr: 'e) recherche scientifique' },
  f: { en: '(f) improving care', fr: 'f) amélioration des soins' },
};

export const inWords = (code: string, language: Language): string => codes[code]?.[language] ?? code;

/** `1 234,50 €` or `€1,234.50`; the cents are exact. */
export const amount = ({ currency, cents }: { currency: string; cents: number }, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100);
