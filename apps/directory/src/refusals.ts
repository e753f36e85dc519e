import type { Explanations } from '@hub/decider';

/** Every "no" of the directory, with its status and its sentences. */
export const refusals = {
  'person-unknown': {
    status: 422,
    en: 'The directory does not know this person: they sign in once before they can be mandated.',
    fr: "L'annuaire ne connaît pas cette personne : elle doit s'être connectée une fois avant de recevoir un mandat.",
  },
  'organisation-unknown': {
    status: 422,
    en: 'The directory does not know the organisation {organisationId}.',
    fr: "L'annuaire ne connaît pas l'organisation {organisationId}.",
  },
  'period-reversed': {
    status: 422,
    en: 'The last day ({to}) comes before the first ({from}).',
    fr: 'Le dernier jour ({to}) précède le premier ({from}).',
  },
  'own-mandate': {
    status: 403,
    en: 'Nobody gives a mandate to themselves: ask another administrator.',
    fr: 'Nul ne se donne de mandat à soi-même : demandez à un autre administrateur.',
  },
  'already-given': {
    status: 409,
    en: 'The person already holds the role {role} for this organisation.',
    fr: 'La personne exerce déjà le rôle {role} pour cette organisation.',
  },
  'still-running': {
    status: 409,
    en: 'The mandate has not reached its last day.',
    fr: "Le mandat n'a pas atteint son dernier jour.",
  },
  'organisation-closed': {
    status: 422,
    en: 'The organisation {organisationId} is closed: no mandate of it can be given.',
    fr: "L'organisation {organisationId} est fermée : aucun mandat ne peut être donné en son nom.",
  },
  'siren-wrong': {
    status: 422,
    en: '{siren} is no SIREN: the ninth digit does not agree with the others. Look the number up again.',
    fr: "{siren} n'est pas un SIREN : le neuvième chiffre ne correspond pas aux autres. Vérifiez le numéro.",
  },
  'siren-abroad': {
    status: 422,
    en: 'Only French organisations have a SIREN: leave `siren` out, or correct `country` ({country}).',
    fr: 'Seules les organisations françaises ont un SIREN : retirez `siren` ou corrigez `country` ({country}).',
  },
  'siren-known': {
    status: 409,
    en: 'Another organisation is entered under the SIREN {siren}: search for it.',
    fr: 'Une autre organisation est enregistrée sous le SIREN {siren} : recherchez-la.',
  },
  'parent-is-part': {
    status: 422,
    en: '{parentId} is itself a part of this organisation: choose another `parentId`.',
    fr: '{parentId} fait lui-même partie de cette organisation : choisissez un autre `parentId`.',
  },
  'has-parts': {
    status: 409,
    en: 'Other organisations are parts of this one: close them first, or give them another `parentId`.',
    fr: "D'autres organisations en font partie : fermez-les d'abord ou donnez-leur un autre `parentId`.",
  },
  'hub-stays': {
    status: 409,
    en: "The hub's own organisation cannot be closed: its administrators would go with it.",
    fr: 'L’organisation du guichet ne peut pas être fermée : ses administrateurs disparaîtraient avec elle.',
  },
  'no-governing-body': {
    status: 422,
    en: 'An organisation of kind {kind} has no seats: only committees, general assemblies and colleges have.',
    fr: "Une organisation de type {kind} n'a pas de sièges : seuls les comités, assemblées générales et collèges en ont.",
  },
  'seat-of-another-kind': {
    status: 422,
    en: 'The role {role} does not exist in an organisation of kind {kind}: choose another `role`.',
    fr: "Le rôle {role} n'existe pas dans une organisation de type {kind} : choisissez un autre `role`.",
  },
  'seat-stated-twice': {
    status: 422,
    en: 'The seats of {role} are stated twice: state them once, with their number.',
    fr: 'Les sièges de {role} figurent deux fois : indiquez-les une seule fois, avec leur nombre.',
  },
  'no-free-seat': {
    status: 409,
    en: 'All seats of {role} ({number}) are taken: end the mandate of somebody who holds one first.',
    fr: "Tous les sièges de {role} ({number}) sont pourvus : mettez d'abord fin au mandat d'un titulaire.",
  },
  'term-too-long': {
    status: 422,
    en: 'A term of office lasts at most {years} years: give a last day `to`, on {latest} at the latest.',
    fr: 'Un mandat dure au plus {years} ans : indiquez un dernier jour `to`, au plus tard le {latest}.',
  },
  'renewed-too-often': {
    status: 409,
    en: 'This person has held {role} here before, and may follow themselves only {renewals} times: mandate another one.',
    fr: 'Cette personne a déjà exercé {role} ici et ne peut être reconduite que {renewals} fois : mandatez-en une autre.',
  },
  'not-your-organisation': {
    status: 403,
    en: 'You represent another organisation: mandates of {organisationId} are given by its own representative.',
    fr: 'Vous représentez une autre organisation : les mandats de {organisationId} sont donnés par son représentant.',
  },
  'role-of-the-hub': {
    status: 403,
    en: 'Only an administrator of the directory decides on the role {role}; yours to decide on: {ordinary}.',
    fr: "Seul un administrateur de l'annuaire décide du rôle {role} ; vous décidez de : {ordinary}.",
  },
  'not-delegable': {
    status: 403,
    en: 'The role {role} is exercised in person and cannot be delegated.',
    fr: "Le rôle {role} s'exerce en personne et ne peut pas être délégué.",
  },
  'own-delegation': {
    status: 422,
    en: 'Nobody is their own delegate: name somebody else in `delegateId`.',
    fr: 'Nul ne se délègue à soi-même : désignez une autre personne dans `delegateId`.',
  },
  'delegate-elsewhere': {
    status: 422,
    en: '{delegateId} holds no mandate of this organisation today: name a colleague in `delegateId`.',
    fr: "{delegateId} n'a pas de mandat de cette organisation aujourd'hui : désignez un collègue dans `delegateId`.",
  },
  'delegation-outside': {
    status: 422,
    en: 'A delegation lies within the mandate and not in the past: from {first} to {last}.',
    fr: 'Une délégation se situe dans la période du mandat et non dans le passé : du {first} au {last}.',
  },
  'already-delegated': {
    status: 409,
    en: 'The mandate is delegated until {to}: end that delegation first.',
    fr: "Le mandat est délégué jusqu'au {to} : mettez d'abord fin à cette délégation.",
  },
  'not-delegated': {
    status: 409,
    en: 'The mandate is not delegated to anybody.',
    fr: "Le mandat n'est délégué à personne.",
  },
  'own-confirmation': {
    status: 403,
    en: 'Nobody confirms their own mandate: ask another administrator, or the representative of your organisation.',
    fr: 'Nul ne confirme son propre mandat : demandez à un autre administrateur ou au représentant de votre organisation.',
  },
  'administrator-there': {
    status: 409,
    en: 'The directory has an administrator: ask them for a mandate.',
    fr: "L'annuaire a un administrateur : demandez-lui un mandat.",
  },
  'not-due': {
    status: 409,
    en: 'The mandate is not due for this.',
    fr: "Le mandat n'est pas arrivé à cette échéance.",
  },
} as const satisfies Explanations<string>;

export type DirectoryCode = keyof typeof refusals;
