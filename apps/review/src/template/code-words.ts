import { healthCategories } from '@hub/contracts';
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
  AGGREGATED: { en: 'aggregated; small counts withheld', fr: 'agrégées ; petits effectifs retenus' },
  ROUNDED: { en: 'aggregated and rounded', fr: 'agrégées et arrondies' },
  NOISE_ADDED: { en: 'aggregated, with noise added', fr: 'agrégées, avec ajout de bruit' },
  ON_THE_CASE: { en: 'read on the case', fr: 'à lire dans le dossier' },
  SECURE_TRANSFER: { en: 'secure transfer', fr: 'transfert sécurisé' },
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
  notForProfit: { en: 'Not for profit', fr: 'Sans but lucratif' },
  commercial: { en: 'Commercial', fr: 'Commerciale' },
  diseases: { en: 'Diseases studied', fr: 'Maladies étudiées' },
  genetic: { en: 'Genetic studies', fr: 'Études génétiques' },
  ancestry: { en: 'Research on population origins', fr: 'Recherche sur l’origine des populations' },
  methods: { en: 'Development of methods', fr: 'Développement de méthodes' },
  undertakings: { en: 'Undertakings', fr: 'Engagements' },
  months: { en: 'Months of use', fr: 'Mois d’utilisation' },
  countries: { en: 'Countries of use', fr: 'Pays d’utilisation' },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  none: { en: 'none', fr: 'aucune' },
  'among-others': { en: 'among others', fr: 'entre autres' },
  only: { en: 'only', fr: 'exclusivement' },
  publication: { en: 'publication of results', fr: 'publication des résultats' },
  moratorium: { en: 'no publication before the agreed day', fr: 'pas de publication avant le jour convenu' },
  collaboration: { en: 'collaboration with the holder', fr: 'collaboration avec le détenteur' },
  return: { en: 'return of results to the holder', fr: 'retour des résultats au détenteur' },
  ...healthCategories,
};

export const inWords = (code: string, language: Language): string => codes[code]?.[language] ?? code;

/** `1 234,50 €` or `€1,234.50`; the cents are exact. */
export const amount = ({ currency, cents }: { currency: string; cents: number }, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100);
