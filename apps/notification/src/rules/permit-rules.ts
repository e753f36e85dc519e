import {
  PermitAmended,
  PermitChangeRejected,
  PermitChangeRequested,
  PermitExpired,
  PermitGranted,
  PermitReinstated,
  PermitRenewed,
  PermitRevocationAppealed,
  PermitRevocationUpheld,
  PermitRevoked,
} from '@hub/contracts';
import { tell } from './rule.js';

export const permitRules = [
  tell(PermitGranted, {
    to: ['team', 'officer'],
    en: ['The permit is issued', 'The signed permit is in the portal. The workspace is being prepared.'],
    fr: [
      "L'autorisation est délivrée",
      "L'autorisation signée est sur le portail. L'espace de travail est en préparation.",
    ],
  }),
  tell(PermitGranted, {
    to: ['holders', 'engineers'],
    en: ['A permit concerns your data', 'A permit was issued on data that you hold or prepare.'],
    fr: [
      'Une autorisation porte sur vos données',
      'Une autorisation a été délivrée sur des données que vous détenez ou préparez.',
    ],
  }),
  tell(PermitAmended, {
    to: ['team', 'officer'],
    en: ['The permit has changed', 'A new signed version replaces the permit. It is in the portal.'],
    fr: ["L'autorisation a changé", "Un avenant signé remplace l'autorisation. Il est sur le portail."],
  }),
  tell(PermitRenewed, {
    to: ['team', 'officer', 'engineers', 'holders'],
    en: ['A permit is renewed', 'The permit lasts longer: a new signed version is in the portal.'],
    fr: ['Une autorisation est renouvelée', "L'autorisation est prolongée : sa nouvelle version est sur le portail."],
  }),
  tell(PermitChangeRequested, {
    to: ['authority'],
    task: true,
    en: ['A change of a permit to decide', 'An amendment or a renewal of a permit was asked for.'],
    fr: ["Une modification d'autorisation à décider", 'Un avenant ou un renouvellement est demandé.'],
  }),
  tell(PermitChangeRequested, {
    to: ['team', 'officer'],
    en: ['A change was asked for', 'An amendment or a renewal of the permit was asked for.'],
    fr: ['Une modification est demandée', "Un avenant ou un renouvellement de l'autorisation est demandé."],
  }),
  tell(PermitChangeRejected, {
    to: ['team', 'officer'],
    en: ['The change is refused', 'The change was refused: the permit stays as it is. The portal states why.'],
    fr: [
      'La modification est refusée',
      "La modification est refusée : l'autorisation reste inchangée. Le portail indique les motifs.",
    ],
  }),
  tell(PermitRevocationAppealed, {
    to: ['authority'],
    task: true,
    en: ['A revocation is contested', 'The revocation of a permit is contested. It stands until the ruling.'],
    fr: ['Un retrait est contesté', "Le retrait d'une autorisation est contesté. Il vaut jusqu'à la décision."],
  }),
  tell(PermitRevocationAppealed, {
    to: ['team', 'officer'],
    en: ['The appeal is lodged', 'The revocation is contested. It stands until the ruling.'],
    fr: ['Le recours est déposé', "Le retrait est contesté. Il vaut jusqu'à la décision."],
  }),
  tell(PermitReinstated, {
    to: ['team', 'members', 'officer', 'engineers', 'holders'],
    en: ['A permit is in force again', 'The appeal was won: the permit is in force again, in a new version.'],
    fr: ['Une autorisation est rétablie', "Le recours aboutit : l'autorisation vaut de nouveau, en version nouvelle."],
  }),
  tell(PermitRevocationUpheld, {
    to: ['team', 'officer'],
    en: ['The permit stays revoked', 'The appeal was rejected: the permit stays revoked. The portal states why.'],
    fr: [
      'Le retrait est confirmé',
      "Le recours est rejeté : l'autorisation reste retirée. Le portail indique les motifs.",
    ],
  }),
  tell(PermitRevoked, {
    to: ['team', 'members'],
    en: ['Your permit is revoked', 'The permit was revoked: nobody may work with the data any more.'],
    fr: [
      'Votre autorisation est retirée',
      "L'autorisation a été retirée : plus personne ne peut travailler sur les données.",
    ],
  }),
  tell(PermitRevoked, {
    to: ['engineers', 'holders', 'officer'],
    en: ['A permit is revoked', 'The permit was revoked and its workspace is locked.'],
    fr: ['Une autorisation est retirée', "L'autorisation a été retirée et son espace de travail est verrouillé."],
  }),
  tell(PermitExpired, {
    to: ['team', 'members'],
    en: ['Your permit has ended', 'The validity of the permit has ended and the workspace is locked.'],
    fr: [
      'Votre autorisation a pris fin',
      "La validité de l'autorisation a pris fin et l'espace de travail est verrouillé.",
    ],
  }),
  tell(PermitExpired, {
    to: ['officer', 'engineers'],
    en: ['A permit has ended', 'The validity of a permit has ended and its workspace is locked.'],
    fr: [
      'Une autorisation a pris fin',
      "La validité d'une autorisation a pris fin et son espace de travail est verrouillé.",
    ],
  }),
];
