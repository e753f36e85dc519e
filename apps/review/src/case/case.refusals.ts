import type { Explanations } from '@hub/decider';
import { decisionRefusals } from '../decision/decision.refusals.js';
import { findingRefusals } from '../finding/finding.refusals.js';
import { sensitivityRefusals } from '../sensitivity/sensitivity.refusals.js';
import { committeeRefusals } from './committee.refusals.js';
import { phasesRefusals } from './phases.refusals.js';

/** What the rules of a case refuse, with status and sentences. */
export const caseRefusals = {
  ...phasesRefusals,
  ...committeeRefusals,
  ...decisionRefusals,
  ...findingRefusals,
  ...sensitivityRefusals,
  'unknown-procedure': {
    status: 422,
    en: 'The procedure {procedure} is not declared in version {version}.',
    fr: "La procédure {procedure} n'est pas déclarée dans la version {version}.",
  },
  'time-is-up': {
    status: 409,
    en: 'The limit ended on {dueAt}: its silence decides, nobody can act any more.',
    fr: 'Le délai a pris fin le {dueAt} : le silence décide, plus personne ne peut agir.',
  },
  'clock-not-due': {
    status: 409,
    en: 'The clock {clock} does not end at {dueAt}.',
    fr: "L'horloge {clock} ne prend pas fin le {dueAt}.",
  },
  'already-asked': {
    status: 409,
    en: 'The procedure allows no further request for information in this phase: everything is asked at once, in one window.',
    fr: 'La procédure n’autorise pas d’autre demande d’informations dans cette phase : tout est demandé en une fois.',
  },
  'field-marked-twice': {
    status: 422,
    en: 'Each field can be marked once; marked more often: {fields}.',
    fr: 'Chaque champ ne peut être marqué qu’une fois ; marqués plusieurs fois : {fields}.',
  },
  'no-such-request': {
    status: 409,
    en: 'This answer belongs to no open request for information.',
    fr: "Cette réponse ne correspond à aucune demande d'information ouverte.",
  },
  'answered-too-late': {
    status: 409,
    en: 'The answer came after {dueAt}.',
    fr: 'La réponse est arrivée après le {dueAt}.',
  },
  'never-asked': {
    status: 409,
    en: 'A file can only be rejected as incomplete after the applicant had the time to complete it: request information first.',
    fr: "Un dossier ne peut être rejeté comme incomplet qu'après que le porteur a eu le temps de le compléter : demandez d'abord des informations.",
  },
  'declared-already': {
    status: 409,
    en: 'You have already declared that you have no interest in this project.',
    fr: "Vous avez déjà déclaré n'avoir aucun intérêt dans ce projet.",
  },
  'rapporteurs-count': {
    status: 422,
    en: 'The procedure asks for {count} different rapporteurs.',
    fr: 'La procédure demande {count} rapporteurs différents.',
  },
  'rapporteurs-not-cleared': {
    status: 422,
    en: 'Only members who declared that they have no interest can report; not yet declared: {persons}.',
    fr: "Seuls les membres ayant déclaré n'avoir aucun intérêt peuvent rapporter ; sans déclaration : {persons}.",
  },
  'rapporteurs-recused': {
    status: 422,
    en: 'These members have an interest in the project and cannot report: {persons}.',
    fr: 'Ces membres ont un intérêt dans le projet et ne peuvent pas rapporter : {persons}.',
  },
  'rapporteurs-of-the-applicant': {
    status: 422,
    en: 'These members belong to the applicant’s team or organisation and cannot report: {persons}.',
    fr: "Ces membres appartiennent à l'équipe ou à l'organisme du porteur et ne peuvent pas rapporter : {persons}.",
  },
  'rapporteurs-missing': {
    status: 409,
    en: 'Name the rapporteurs before the vote is opened.',
    fr: "Désignez les rapporteurs avant d'ouvrir le vote.",
  },
  'reports-missing': {
    status: 409,
    en: 'The vote can be opened once all reports are filed; missing: {persons}.',
    fr: 'Le vote peut être ouvert une fois tous les rapports déposés ; manquent : {persons}.',
  },
  'report-filed-already': {
    status: 409,
    en: 'You have already filed your report.',
    fr: 'Vous avez déjà déposé votre rapport.',
  },
  'present-not-cleared': {
    status: 422,
    en: 'Only members who declared that they have no interest can be present: {persons}.',
    fr: "Seuls les membres ayant déclaré n'avoir aucun intérêt peuvent être présents : {persons}.",
  },
  'quorum-not-reached': {
    status: 409,
    en: 'The quorum is {quorum}; there are {present}.',
    fr: 'Le quorum est de {quorum} ; il y en a {present}.',
  },
  'vote-open': {
    status: 409,
    en: 'The vote is open: presence, quorum and reports are frozen until the opinion.',
    fr: "Le vote est ouvert : présence, quorum et rapports sont figés jusqu'à l'avis.",
  },
  'vote-not-open': {
    status: 409,
    en: 'The president has not opened the vote.',
    fr: "Le président n'a pas ouvert le vote.",
  },
  'not-present': {
    status: 403,
    en: 'You were not present when the vote was opened.',
    fr: "Vous n'étiez pas présent à l'ouverture du vote.",
  },
  'voted-already': {
    status: 409,
    en: 'You have already voted.',
    fr: 'Vous avez déjà voté.',
  },
  tie: {
    status: 409,
    en: 'The vote is tied between {between}: give the president’s casting vote for one of them.',
    fr: 'Le vote est à égalité entre {between} : donnez la voix prépondérante du président à l’un d’eux.',
  },
  'recommendations-missing': {
    status: 422,
    en: 'A favourable opinion with recommendations states them.',
    fr: 'Un avis favorable avec recommandations les énonce.',
  },
  'extended-already': {
    status: 409,
    en: 'This limit was already extended as often as the procedure allows.',
    fr: 'Ce délai a déjà été prolongé autant que la procédure le permet.',
  },
  'not-extendable': {
    status: 409,
    en: 'The procedure gives this limit no extension.',
    fr: 'La procédure ne prévoit pas de prolongation de ce délai.',
  },
  'validity-too-long': {
    status: 422,
    en: 'A permit lasts at most {most} months.',
    fr: 'Une autorisation dure au plus {most} mois.',
  },
} as const satisfies Explanations<string>;

export type CaseRefusal = keyof typeof caseRefusals;
