import type { Explanations } from '@hub/decider';

/** What the committee's own rules refuse, with status and sentences. */
export const committeeRefusals = {
  'declared-elsewhere': {
    status: 409,
    en: 'Your published declaration of interests names this project ({entries}): declare your interest, or correct the declaration first.',
    fr: "Votre déclaration publique d'intérêts vise ce projet ({entries}) : déclarez votre intérêt, ou corrigez d'abord la déclaration.",
  },
  'recused-already': {
    status: 409,
    en: 'The member {memberId} is recused already.',
    fr: "Le membre {memberId} s'est déjà déporté ou a déjà été déporté.",
  },
  'nothing-declared': {
    status: 409,
    en: 'No published declaration of {memberId} names this project: only the member can declare an interest.',
    fr: 'Aucune déclaration publique de {memberId} ne vise ce projet : seul le membre peut déclarer un intérêt.',
  },
  'members-conflicted': {
    status: 409,
    en: 'The published declarations of these members name the project: confirm their recusal first: {persons}.',
    fr: "Les déclarations publiques de ces membres visent le projet : confirmez d'abord leur déport : {persons}.",
  },
  'rapporteurs-full': {
    status: 409,
    en: 'In {month} these members have been given {most} files, as many as the procedure allows; name others: {persons}.',
    fr: 'En {month}, ces membres ont reçu {most} dossiers, le maximum de la procédure ; désignez-en d’autres : {persons}.',
  },
  'quorum-still-reached': {
    status: 409,
    en: 'Enough members are left: the vote is opened again only when an interest takes it below its quorum.',
    fr: 'Assez de membres restent : le vote ne se rouvre que si un intérêt le fait passer sous le quorum.',
  },
  'hearing-in-the-past': {
    status: 422,
    en: '`heldOn` lies in the past: {heldOn}.',
    fr: '`heldOn` est dans le passé : {heldOn}.',
  },
  'hearing-pending': {
    status: 409,
    en: 'The team is invited to a hearing on {heldOn}: record that it was held first.',
    fr: "L'équipe est invitée à une audition le {heldOn} : consignez d'abord sa tenue.",
  },
  'no-hearing-called': {
    status: 409,
    en: 'The team was not invited to a hearing: call one first.',
    fr: "L'équipe n'a pas été invitée à une audition : convoquez-la d'abord.",
  },
  'remarked-already': {
    status: 409,
    en: 'Your organisation has already remarked on this application.',
    fr: 'Votre organisme a déjà formulé ses observations sur cette demande.',
  },
  'no-opinion-yet': {
    status: 409,
    en: 'The committee has given no opinion yet.',
    fr: "Le comité n'a pas encore rendu d'avis.",
  },
} as const satisfies Explanations<string>;
