import * as contract from '@hub/contracts';
import { type Told, tells } from './entry.js';
import { civil, statuses } from './words.js';

/** What a timeline tells of an application. */
export const applicationEntries: readonly Told[] = [
  tells(contract.ApplicationDrafted, 'applicant', () => ['A draft was begun.', 'Un brouillon a été commencé.']),
  tells(contract.ApplicationMemberInvited, 'applicant', () => [
    'Somebody was invited into the team.',
    "Une personne a été invitée dans l'équipe.",
  ]),
  tells(contract.ApplicationLinkInvited, 'applicant', () => [
    'Somebody was invited into the team by letter.',
    "Une personne a été invitée dans l'équipe par lettre.",
  ]),
  tells(contract.ApplicationInvitationRecalled, 'applicant', () => [
    'An invitation was taken back.',
    'Une invitation a été reprise.',
  ]),
  tells(contract.ApplicationLeadHandedOver, 'applicant', () => [
    'Another member leads the project from now on.',
    'Un autre membre porte désormais le projet.',
  ]),
  tells(contract.ApplicationMemberJoined, 'applicant', () => [
    'A person joined the team.',
    "Une personne a rejoint l'équipe.",
  ]),
  tells(contract.ApplicationMemberLeft, 'applicant', () => [
    'A person left the team.',
    "Une personne a quitté l'équipe.",
  ]),
  tells(contract.ApplicationSubmitted, 'applicant', () => [
    'The application was submitted.',
    'La demande a été déposée.',
  ]),
  tells(contract.ApplicationInformationAwaited, 'hub_officer', ({ fields }) => [
    `Fields open to the applicant for completion: ${fields.length}.`,
    `Champs ouverts au demandeur pour complément : ${fields.length}.`,
  ]),
  tells(contract.ApplicationInformationProvided, 'applicant', () => [
    'The applicant answered the request for information.',
    "Le demandeur a répondu à la demande d'information.",
  ]),
  tells(contract.ApplicationStatusFollowed, 'hub_officer', ({ status }) => statuses(status)),
  tells(contract.ApplicationWithdrawn, 'applicant', () => [
    'The application was withdrawn.',
    'La demande a été retirée.',
  ]),
  tells(contract.ApplicationFileAttached, 'applicant', () => ['A file was attached.', 'Un fichier a été joint.']),
  tells(contract.ApplicationFileRemoved, 'applicant', () => ['A file was taken out.', 'Un fichier a été retiré.']),
  tells(contract.ApplicationDraftExpiring, 'applicant', ({ expiresAt }) => [
    `Nobody has changed the draft for long: it expires on ${civil(expiresAt)}.`,
    `Le brouillon n’a pas été modifié depuis longtemps : il expirera le ${civil(expiresAt)}.`,
  ]),
  tells(contract.ApplicationDraftExpired, 'applicant', () => ['The draft expired.', 'Le brouillon a expiré.']),
];
