export type Language = 'en' | 'fr';

/** Words of the printed application. Statuses are explained, so that a reader needs no list of codes. */
const words: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  application: ['Application', 'Demande'],
  untitled: ['Application without a title', 'Demande sans titre'],
  identifier: ['Identifier', 'Identifiant'],
  version: ['version', 'version'],
  status: ['Status', 'État'],
  procedure: ['Procedure', 'Procédure'],
  form: ['Form', 'Formulaire'],
  submittedAt: ['Submitted', 'Déposée'],
  notSubmitted: ['not yet', 'pas encore'],
  organisation: ['Organisation', 'Organisme'],
  team: ['Team', 'Équipe'],
  person: ['Person', 'Personne'],
  role: ['Role', 'Rôle'],
  lead: ['project lead', 'porteur de projet'],
  member: ['member', 'membre'],
  implementer: ['implementer', 'responsable de mise en œuvre'],
  period: ['Period', 'Période'],
  population: ['Population', 'Population'],
  noBasket: ['No dataset has been chosen.', "Aucun jeu de données n'a été choisi."],
  noAnswer: ['no answer', 'sans réponse'],
  yes: ['yes', 'oui'],
  no: ['no', 'non'],
  DRAFT: ['draft', 'brouillon'],
  SUBMITTED: ['submitted', 'déposée'],
  PRE_SCREENING: ['completeness check', 'contrôle de complétude'],
  AWAITING_ADDITIONAL_INFORMATION: ['additional information awaited', "en attente d'informations complémentaires"],
  PROCESSING: ['under examination', "en cours d'examen"],
  DECISION_ISSUED: ['decision issued', 'décision rendue'],
  REJECTED_INCOMPLETE: ['rejected as incomplete', 'rejetée car incomplète'],
  WITHDRAWN: ['withdrawn', 'retirée'],
};

/** A word that is not known stands as it is: a status that came later. */
export const say = (word: string, language: Language): string => words[word]?.[language === 'en' ? 0 : 1] ?? word;
