import type { Explanations } from '@hub/decider';

/** What the rules of a permit refuse, with status and sentences. */
export const permitRefusals = {
  'exactly-one-lead': {
    status: 422,
    en: 'A permit names exactly one project lead; this would name {leads}.',
    fr: 'Une autorisation désigne exactement un porteur de projet ; ceci en désignerait {leads}.',
  },
  'not-in-permit': {
    status: 422,
    en: 'Not named in this permit: {persons}.',
    fr: 'Non désignés dans cette autorisation : {persons}.',
  },
  'already-in-permit': {
    status: 422,
    en: 'Already named in this permit: {persons}.',
    fr: 'Déjà désignés dans cette autorisation : {persons}.',
  },
  'template-missing': {
    status: 409,
    en: 'This document was made by version {version} of the template {id}, whose file is gone from DOCUMENT_TEMPLATES: its operator puts it back.',
    fr: 'Ce document suit la version {version} du modèle {id}, dont le fichier manque dans DOCUMENT_TEMPLATES : son exploitant le remet en place.',
  },
  'nothing-to-amend': {
    status: 422,
    en: 'This adds nobody and removes nobody.',
    fr: "Ceci n'ajoute ni ne retire personne.",
  },
  'outside-validity': {
    status: 422,
    en: 'An amendment keeps the dates between {from} and {until}; ask for a renewal (renewal) to go beyond.',
    fr: 'Un avenant reste entre le {from} et le {until} ; demandez un renouvellement pour aller au-delà.',
  },
  'needs-new-application': {
    status: 422,
    en: 'Changed: {points}. That is no amendment but needs a new application.',
    fr: "Modifiés : {points}. Ce n'est pas un avenant : il faut une nouvelle demande.",
  },
  'renewed-already': {
    status: 409,
    en: 'A permit can be renewed {renewals} time(s), and was. Submit a new application.',
    fr: 'Une autorisation se renouvelle {renewals} fois, ce qui est fait. Déposez une nouvelle demande.',
  },
  'renewal-too-long': {
    status: 422,
    en: 'A renewal (months) lasts at most {most} months.',
    fr: 'Un renouvellement (months) dure au plus {most} mois.',
  },
  'renewal-too-late': {
    status: 409,
    en: 'A renewal had to be asked for until {lastDay}. Submit a new application.',
    fr: 'Le renouvellement devait être demandé au plus tard le {lastDay}. Déposez une nouvelle demande.',
  },
  'asked-by-missing': {
    status: 422,
    en: 'Name in askedBy the person of the permit whose letter you write down.',
    fr: "Indiquez dans askedBy la personne de l'autorisation dont vous consignez le courrier.",
  },
  'asked-by-another': {
    status: 422,
    en: 'You ask in your own name: leave askedBy out.',
    fr: 'Vous demandez en votre nom : omettez askedBy.',
  },
  'another-request': {
    status: 409,
    en: 'Pending is another request (requestId): {requestId}. Read the permit again.',
    fr: "La demande en attente (requestId) est une autre : {requestId}. Relisez l'autorisation.",
  },
  'validity-over': {
    status: 409,
    en: 'The permit ended with {validUntil}. A new application is needed.',
    fr: "L'autorisation a pris fin le {validUntil}. Il faut une nouvelle demande.",
  },
  'appealed-already': {
    status: 409,
    en: 'This revocation was appealed and ruled on; only a court can still hear it.',
    fr: 'Ce retrait a fait l’objet d’un recours tranché ; seul un tribunal peut encore en connaître.',
  },
  'appeal-too-late': {
    status: 409,
    en: 'The time to appeal the revocation of {revokedAt} is over; only a court can still hear it.',
    fr: 'Le délai de recours contre le retrait du {revokedAt} est écoulé ; seul un tribunal peut encore en connaître.',
  },
  'ruling-on-own-revocation': {
    status: 403,
    en: 'Who revoked the permit cannot rule on the appeal: another officer of the authority does.',
    fr: "Qui a retiré l'autorisation ne peut statuer sur le recours : un autre agent de l'autorité le fait.",
  },
  'still-valid': {
    status: 409,
    en: 'The permit is valid until the end of {validUntil}.',
    fr: "L'autorisation est valable jusqu'à la fin du {validUntil}.",
  },
} as const satisfies Explanations<string>;

export type PermitRefusal = keyof typeof permitRefusals;
