import * as contract from '@hub/contracts';
import { type Told, tells } from './entry.js';
import { changes, civil } from './words.js';

/** What a timeline tells of a permit and of its results. */
export const permitEntries: readonly Told[] = [
  tells(contract.PermitGranted, 'authority', ({ permitId }) => [
    `The permit ${permitId} was issued.`,
    `Le permis ${permitId} a été délivré.`,
  ]),
  tells(contract.PermitAmended, 'authority', ({ permitId }) => [
    `The permit was amended: ${permitId}.`,
    `Le permis a été modifié : ${permitId}.`,
  ]),
  tells(contract.PermitRevoked, 'authority', ({ permitId }) => [
    `The permit ${permitId} was revoked.`,
    `Le permis ${permitId} a été révoqué.`,
  ]),
  tells(contract.PermitExpired, 'authority', ({ permitId }) => [
    `The permit ${permitId} expired.`,
    `Le permis ${permitId} a expiré.`,
  ]),
  tells(contract.PermitRenewed, 'authority', ({ permitId, validUntil }) => [
    `The permit was renewed: ${permitId}, until ${validUntil}.`,
    `L’autorisation a été renouvelée : ${permitId}, jusqu’au ${validUntil}.`,
  ]),
  tells(contract.PermitChangeRequested, 'applicant', ({ kind }) => changes(kind, 'asked')),
  tells(contract.PermitChangeRejected, 'authority', ({ kind }) => changes(kind, 'rejected')),
  tells(contract.PermitRevocationAppealed, 'applicant', () => [
    'The revocation is contested.',
    'La révocation est contestée.',
  ]),
  tells(contract.PermitReinstated, 'authority', ({ permitId }) => [
    `The appeal was won: ${permitId} is in force.`,
    `Le recours a abouti : ${permitId} est en vigueur.`,
  ]),
  tells(contract.PermitRevocationUpheld, 'authority', () => [
    'The appeal was rejected: the permit stays revoked.',
    'Le recours a été rejeté : l’autorisation reste révoquée.',
  ]),
  tells(contract.ResultAwaited, 'applicant', ({ dueAt }) => [
    `Results are to be published by ${civil(dueAt)}.`,
    `Les résultats sont à publier au plus tard le ${civil(dueAt)}.`,
  ]),
  tells(contract.ResultCompletionDeclared, 'applicant', ({ dueAt }) => [
    `The project is completed; results are to be published by ${civil(dueAt)}.`,
    `Le projet est achevé ; les résultats sont à publier au plus tard le ${civil(dueAt)}.`,
  ]),
  tells(contract.ResultTimeExtended, 'hub_officer', ({ dueAt }) => [
    `Results may be published until ${civil(dueAt)}.`,
    `Les résultats peuvent être publiés jusqu’au ${civil(dueAt)}.`,
  ]),
  tells(contract.ResultOverdue, 'hub_officer', ({ dueAt }) => [
    `Results were due by ${civil(dueAt)} and are not published.`,
    `Les résultats étaient attendus au plus tard le ${civil(dueAt)} et ne sont pas publiés.`,
  ]),
  tells(contract.ResultPublished, 'applicant', () => [
    'The team published its results.',
    'L’équipe a publié ses résultats.',
  ]),
  tells(contract.ResultCorrected, 'applicant', () => [
    'The team corrected its published results.',
    'L’équipe a corrigé ses résultats publiés.',
  ]),
];
