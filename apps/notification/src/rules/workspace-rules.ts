import {
  DeliveryReceived,
  DeliveryRegistered,
  OptOutListChanged,
  OptOutListConsulted,
  QueryExecuted,
  WorkspaceAccessEnded,
  WorkspaceAccessRestored,
  WorkspaceActivated,
  WorkspaceChartSaved,
  WorkspaceDeliveriesAwaited,
  WorkspaceFailed,
  WorkspaceLocked,
  WorkspacePermitFollowed,
  WorkspacePreparationStarted,
  WorkspacePurged,
  WorkspaceReopened,
  WorkspaceRequested,
  WorkspaceResumed,
  WorkspaceSuspended,
} from '@hub/contracts';
import { silent, tell } from './rule.js';

export const workspaceRules = [
  tell(WorkspaceDeliveriesAwaited, {
    to: ['holders', 'engineers'],
    task: true,
    en: ['Data is awaited', 'A permitted workspace waits for data that has not been delivered yet.'],
    fr: ['Des données sont attendues', 'Un espace de travail autorisé attend des données non encore livrées.'],
  }),
  tell(WorkspaceActivated, {
    to: ['members'],
    en: ['Your workspace is open', 'The data is in the workspace: you may begin to work.'],
    fr: ['Votre espace de travail est ouvert', "Les données sont dans l'espace : vous pouvez travailler."],
  }),
  tell(WorkspaceFailed, {
    to: ['engineers'],
    task: true,
    en: ['A preparation failed', 'The preparation of a workspace failed. It can be tried again.'],
    fr: ['Une préparation a échoué', "La préparation d'un espace de travail a échoué. Elle peut être reprise."],
  }),
  tell(WorkspacePermitFollowed, {
    to: ['data:left'],
    en: ['Your access has ended', 'The permit no longer names you: you have no access to the workspace any more.'],
    fr: ['Votre accès a pris fin', "L'autorisation ne vous nomme plus : vous n'avez plus accès à l'espace de travail."],
  }),
  tell(WorkspaceAccessEnded, {
    to: ['data:personId'],
    en: ['Your access has ended', 'Your mandate ended, and with it your access to the workspace.'],
    fr: ['Votre accès a pris fin', "Votre mandat a pris fin, et avec lui votre accès à l'espace de travail."],
  }),
  tell(WorkspaceAccessEnded, {
    to: ['lead', 'engineers'],
    en: ['A member lost access', 'The mandate of a member ended, and with it the access to the workspace.'],
    fr: ["Un membre a perdu l'accès", "Le mandat d'un membre a pris fin, et avec lui son accès à l'espace."],
  }),
  tell(WorkspaceAccessRestored, {
    to: ['data:personId', 'lead'],
    en: ['Access is restored', 'A member whom the permit names may work again.'],
    fr: ["L'accès est rétabli", "Un membre nommé par l'autorisation peut de nouveau travailler."],
  }),
  tell(WorkspaceSuspended, {
    to: ['members', 'engineers', 'officer'],
    en: ['A workspace is suspended', 'The workspace is closed for the time being.'],
    fr: ['Un espace de travail est suspendu', "L'espace de travail est fermé pour le moment."],
  }),
  tell(WorkspaceResumed, {
    to: ['members', 'engineers', 'officer'],
    en: ['A workspace is open again', 'The workspace, suspended before, is open again.'],
    fr: ['Un espace de travail est rouvert', "L'espace de travail, suspendu auparavant, est rouvert."],
  }),
  tell(WorkspaceReopened, {
    to: ['members', 'engineers', 'officer'],
    en: ['A workspace is open again', 'The permit is in force again and with it the workspace.'],
    fr: ['Un espace de travail est rouvert', "L'autorisation vaut de nouveau, et l'espace avec elle."],
  }),
  tell(WorkspaceLocked, {
    to: ['members', 'engineers'],
    en: ['A workspace is locked', 'The permit ended: nobody works in this workspace any more.'],
    fr: [
      'Un espace de travail est verrouillé',
      "L'autorisation a pris fin : plus personne ne travaille dans cet espace.",
    ],
  }),
  tell(WorkspacePurged, {
    to: ['lead', 'officer', 'holders'],
    en: ['The data was deleted', 'The data of the workspace was deleted. The portal has the certificate.'],
    fr: ['Les données sont supprimées', "Les données de l'espace ont été supprimées. Le portail a le certificat."],
  }),
];

export const workspaceSilences = [
  silent(WorkspaceRequested, 'review.permit.granted.v1, its cause, tells'),
  silent(WorkspacePreparationStarted, 'a step of the machine; its end tells'),
  silent(WorkspaceChartSaved, 'work in a workspace, by the member'),
  silent(DeliveryRegistered, 'the holder has just done it'),
  silent(DeliveryReceived, 'the holder has just done it, and the workspace tells when it opens'),
  silent(OptOutListChanged, 'the registrar has just done it, and whom it concerns no event says'),
  silent(OptOutListConsulted, 'for the audit log alone'),
  silent(QueryExecuted, 'work in a workspace, by the member'),
];
