import * as contract from '@hub/contracts';
import type { Happened } from './dossier.js';
import { civil, decisions, opinions, phases, statuses } from './words.js';

/** Who acted, as a role: a timeline names nobody. */
export type ActingAs =
  | 'applicant'
  | 'hub_officer'
  | 'committee'
  | 'committee_president'
  | 'authority'
  | 'workspace_engineer'
  | 'security_officer';

export interface Entry {
  readonly at: string;
  readonly type: string;
  /** A role, or the service that acted by itself. */
  readonly actor: string;
  readonly en: string;
  readonly fr: string;
}

type Sentence = (data: never) => readonly [en: string, fr: string];
type Told = readonly [type: string, told: { readonly by: ActingAs; readonly sentence: Sentence }];

const tells = <Contract extends contract.EventContract>(
  { type }: Contract,
  by: ActingAs,
  sentence: (data: contract.DataOf<Contract>) => readonly [en: string, fr: string],
): Told => [type, { by, sentence: sentence as Sentence }];

/** Events that are not listed change the dossier at most; they are nothing to tell. */
const timeline = new Map<string, Told[1]>([
  tells(contract.ApplicationDrafted, 'applicant', () => ['A draft was begun.', 'Un brouillon a été commencé.']),
  tells(contract.ApplicationMemberInvited, 'applicant', () => [
    'Somebody was invited into the team.',
    "Une personne a été invitée dans l'équipe.",
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
  tells(contract.CaseOpened, 'hub_officer', () => ['Pre-screening began.', "L'examen préalable a commencé."]),
  tells(contract.CaseInformationRequested, 'hub_officer', ({ dueAt }) => [
    `More information was asked for, until ${civil(dueAt)}.`,
    `Des informations complémentaires ont été demandées, au plus tard le ${civil(dueAt)}.`,
  ]),
  tells(contract.CaseInformationReceived, 'hub_officer', () => [
    'The information arrived; the examination goes on.',
    "Les informations sont arrivées ; l'examen reprend.",
  ]),
  tells(contract.CaseFoundComplete, 'hub_officer', ({ opinionDueAt }) => [
    `The file is complete and went to the committee; its opinion is due by ${civil(opinionDueAt)}.`,
    `Le dossier est complet et transmis au comité ; son avis est attendu au plus tard le ${civil(opinionDueAt)}.`,
  ]),
  tells(contract.CaseFoundCompleteToPhase, 'hub_officer', ({ phase }) => phases(phase)),
  tells(contract.CaseRegistered, 'hub_officer', () => [
    'The commitment of conformity was registered.',
    "L'engagement de conformité a été enregistré.",
  ]),
  tells(contract.CaseRapporteursNamed, 'committee_president', ({ rapporteurs }) => [
    `Rapporteurs were named: ${rapporteurs.length}.`,
    `Des rapporteurs ont été désignés : ${rapporteurs.length}.`,
  ]),
  tells(contract.CaseInterestDeclared, 'committee', ({ recused }) =>
    recused
      ? ['A member declared an interest and takes no part.', 'Un membre a déclaré un lien d’intérêts et se déporte.']
      : [
          'A member declared to have no interest in the project.',
          "Un membre a déclaré n'avoir aucun lien d'intérêts avec le projet.",
        ],
  ),
  tells(contract.CaseReportFiled, 'committee', () => [
    'A rapporteur filed a report.',
    'Un rapporteur a remis son rapport.',
  ]),
  tells(contract.CaseVoteOpened, 'committee_president', () => [
    'The committee opened the deliberation.',
    'Le comité a ouvert la délibération.',
  ]),
  // Neither who voted nor what: a vote stays with the committee.
  tells(contract.CaseVoteCast, 'committee', () => ['A member voted.', 'Un membre a voté.']),
  tells(contract.CaseOpinionIssued, 'committee', ({ opinion }) => opinions(opinion)),
  tells(contract.CaseOpinionExtended, 'committee_president', ({ opinionDueAt }) => [
    `The committee's time was extended to ${civil(opinionDueAt)}.`,
    `Le délai du comité a été prolongé au ${civil(opinionDueAt)}.`,
  ]),
  tells(contract.CaseAuthoritySeized, 'applicant', ({ decisionDueAt }) => [
    `The authority was asked; its decision is due by ${civil(decisionDueAt)}.`,
    `L'autorité a été saisie ; sa décision est attendue au plus tard le ${civil(decisionDueAt)}.`,
  ]),
  tells(contract.CaseAuthorityTimeRenewed, 'authority', ({ decisionDueAt }) => [
    `The authority renewed its time to ${civil(decisionDueAt)}.`,
    `L'autorité a renouvelé son délai jusqu'au ${civil(decisionDueAt)}.`,
  ]),
  tells(contract.CaseDecided, 'authority', ({ decision, tacit }) => decisions(decision, tacit)),
  tells(contract.CaseRejectedIncomplete, 'hub_officer', () => [
    'The file stayed incomplete and was rejected.',
    'Le dossier, resté incomplet, a été rejeté.',
  ]),
  tells(contract.CaseClosedByWithdrawal, 'applicant', () => [
    'The review was closed by the withdrawal.',
    "L'examen a été clos par le retrait.",
  ]),
  tells(contract.CaseDeadlineMissed, 'hub_officer', ({ dueAt }) => [
    `A time limit passed on ${civil(dueAt)} without an answer.`,
    `Un délai a expiré le ${civil(dueAt)} sans réponse.`,
  ]),
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
  tells(contract.WorkspaceRequested, 'workspace_engineer', () => [
    'A workspace was requested.',
    'Un espace de travail a été demandé.',
  ]),
  tells(contract.WorkspaceDeliveriesAwaited, 'workspace_engineer', () => [
    'The workspace waits for data of the holders.',
    "L'espace de travail attend les données des détenteurs.",
  ]),
  tells(contract.WorkspacePreparationStarted, 'workspace_engineer', () => [
    'The data is being prepared.',
    'Les données sont en préparation.',
  ]),
  tells(contract.WorkspaceActivated, 'workspace_engineer', () => [
    'The workspace is open.',
    "L'espace de travail est ouvert.",
  ]),
  tells(contract.WorkspaceFailed, 'workspace_engineer', () => [
    'The preparation of the data failed; it can be tried again.',
    'La préparation des données a échoué ; elle peut être relancée.',
  ]),
  tells(contract.WorkspacePermitFollowed, 'workspace_engineer', () => [
    'The workspace follows the new version of the permit.',
    "L'espace de travail suit la nouvelle version du permis.",
  ]),
  tells(contract.WorkspaceAccessEnded, 'security_officer', () => [
    'A member lost access: their mandate ended.',
    "Un membre a perdu l'accès : son mandat a pris fin.",
  ]),
  tells(contract.WorkspaceAccessRestored, 'security_officer', () => [
    'A member may work again.',
    "Un membre a retrouvé l'accès.",
  ]),
  tells(contract.WorkspaceSuspended, 'security_officer', () => [
    'The workspace was suspended.',
    "L'espace de travail a été suspendu.",
  ]),
  tells(contract.WorkspaceResumed, 'security_officer', () => [
    'The workspace was opened again.',
    "L'espace de travail a été rouvert.",
  ]),
  tells(contract.WorkspaceLocked, 'workspace_engineer', () => [
    'The workspace was locked.',
    "L'espace de travail a été verrouillé.",
  ]),
  tells(contract.WorkspacePurged, 'workspace_engineer', () => [
    'The data of the workspace was deleted.',
    "Les données de l'espace de travail ont été supprimées.",
  ]),
]);

/** What the timeline says of an event, if anything. */
export function entryOf({ type, data, time }: Happened, actor: string): Entry | undefined {
  const told = timeline.get(type);
  if (!told) return undefined;
  const [en, fr] = told.sentence(data as never);
  const service = /^service:(.+)$/.exec(actor)?.[1];
  return { at: time.toISOString(), type, actor: service ?? told.by, en, fr };
}
