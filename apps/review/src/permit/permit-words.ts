import type { Bilingual } from '@hub/procedures';

type Words = Readonly<Record<string, Bilingual>>;

/** The words of a printed permit. */
export const words = {
  title: { en: 'Data permit', fr: 'Autorisation d’accès aux données' },
  preview: {
    en: 'Preview. Unsigned: this is no permit until it is issued.',
    fr: 'Aperçu. Non signé : ceci n’est pas une autorisation tant qu’elle n’est pas délivrée.',
  },
  identity: { en: 'Permit', fr: 'Autorisation' },
  number: { en: 'Number', fr: 'Numéro' },
  version: { en: 'Version', fr: 'Version' },
  replaces: { en: 'Replaces', fr: 'Remplace' },
  issuedAt: { en: 'Issued (UTC)', fr: 'Délivrée le (UTC)' },
  authority: { en: 'Issued by', fr: 'Délivrée par' },
  application: { en: 'Application', fr: 'Demande' },
  procedure: { en: 'Procedure', fr: 'Procédure' },
  decidedAt: { en: 'Decided (UTC)', fr: 'Décidée le (UTC)' },
  tacit: { en: 'by silence', fr: 'par silence' },
  data: { en: 'Data', fr: 'Données' },
  source: { en: 'Source (dataset)', fr: 'Source (jeu de données)' },
  table: { en: 'Table', fr: 'Table' },
  columns: { en: 'Variables', fr: 'Variables' },
  format: { en: 'Format', fr: 'Format' },
  period: { en: 'Period of the data', fr: 'Période des données' },
  population: { en: 'Population', fr: 'Population' },
  purposes: { en: 'Purpose (art. 53(1))', fr: 'Finalité (art. 53, § 1)' },
  optOut: { en: 'Opt-out (art. 71)', fr: 'Droit de refus (art. 71)' },
  optOutRespected: { en: 'respected as at {at}', fr: 'respecté à la date du {at}' },
  optOutException: { en: 'exception granted; {at}', fr: 'exception accordée ; {at}' },
  persons: { en: 'Persons', fr: 'Personnes' },
  person: { en: 'Person', fr: 'Personne' },
  organisation: { en: 'Organisation', fr: 'Organisme' },
  role: { en: 'Role', fr: 'Rôle' },
  holder: { en: 'Holder of the permit', fr: 'Titulaire' },
  duration: { en: 'Validity', fr: 'Durée de validité' },
  fromUntil: { en: '{from} until {until}, both included', fr: 'du {from} au {until} inclus' },
  tools: { en: 'Workspace tools', fr: 'Outils de l’espace projet' },
  standardTools: { en: 'those of every workspace', fr: 'ceux de tout espace projet' },
  fees: { en: 'Fees', fr: 'Redevances' },
  noFees: { en: 'none stated', fr: 'non précisées' },
  conditions: { en: 'Conditions', fr: 'Conditions' },
  points: { en: 'Minor points', fr: 'Points mineurs' },
  proof: { en: 'Verification', fr: 'Vérification' },
  sha256: { en: 'SHA-256 of the canonical JSON', fr: 'SHA-256 du JSON canonique' },
  keyId: { en: 'Key of the signature', fr: 'Clé de la signature' },
  howToVerify: {
    en: 'This print is a reading copy. The signed JSON document is what binds; anybody can check number and SHA-256 at the hub’s public address permits/verification.',
    fr: 'Cette impression est une copie de lecture. Seul le document JSON signé fait foi ; chacun peut vérifier numéro et SHA-256 à l’adresse publique permits/verification.',
  },
} as const satisfies Words;

/** Codes that a permit carries, in words; a code without words is printed as it is. */
const codes: Words = {
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

export type Language = 'en' | 'fr';

export const inWords = (code: string, language: Language): string => codes[code]?.[language] ?? code;

/** A word with its gaps filled. */
export const say = (
  word: keyof typeof words,
  language: Language,
  gaps: Readonly<Record<string, string>> = {},
): string => words[word][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => gaps[name] ?? '');
