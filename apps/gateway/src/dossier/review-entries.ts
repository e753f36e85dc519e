import * as contract from '@hub/contracts';
import { type Told, tells } from './entry.js';
import { appeals, civil, decisions, money, opinions, phases } from './words.js';

/** A limit that the body sets itself is no promise to the applicant, who reads the timeline as well. */
const ofTheLaw = (clock: string): boolean => !clock.startsWith('INTERNAL_');

/** What a timeline tells of a review. */
export const reviewEntries: readonly Told[] = [
  tells(contract.CaseOpened, 'hub_officer', () => ['Pre-screening began.', "L'examen préalable a commencé."]),
  tells(contract.CaseLeadChanged, 'hub_officer', () => [
    'The examination knows the new project lead.',
    "L'examen tient compte du nouveau porteur de projet.",
  ]),
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
  tells(contract.CaseDeadlineMissed, 'hub_officer', ({ clock, dueAt }) =>
    ofTheLaw(clock)
      ? [
          `A time limit passed on ${civil(dueAt)} without an answer.`,
          `Un délai a expiré le ${civil(dueAt)} sans réponse.`,
        ]
      : undefined,
  ),
  tells(contract.CaseRedirected, 'hub_officer', ({ procedure }) => [
    `Another procedure applies: ${procedure}. The case was closed.`,
    `Une autre procédure s’applique : ${procedure}. Le dossier a été clos.`,
  ]),
  tells(contract.CaseTrackChanged, 'hub_officer', ({ procedure, dueAt }) => [
    `The case was moved to another track: ${procedure}.${dueAt ? ` Its limit now ends on ${civil(dueAt)}.` : ''}`,
    `Le dossier est passé sur une autre voie : ${procedure}.${dueAt ? ` Son délai expire désormais le ${civil(dueAt)}.` : ''}`,
  ]),
  tells(contract.CaseDecisionProposed, 'data_holder', () => [
    'A data holder assessed the application and proposed a decision.',
    'Un détenteur de données a évalué la demande et proposé une décision.',
  ]),
  // What was found is read once it is decided.
  tells(contract.CaseFindingRecorded, 'authority', () => ['A criterion was assessed.', 'Un critère a été évalué.']),
  tells(contract.CaseLocked, 'hub_officer', () => [
    'The case was locked: nothing of it can be copied.',
    'Le dossier a été verrouillé : rien ne peut en être copié.',
  ]),
  tells(contract.CaseUnlocked, 'hub_officer', () => ['The case was unlocked.', 'Le dossier a été déverrouillé.']),
  tells(contract.CaseDeadlineNear, 'hub_officer', ({ clock, dueAt }) =>
    ofTheLaw(clock) ? [`A time limit ends on ${civil(dueAt)}.`, `Un délai expire le ${civil(dueAt)}.`] : undefined,
  ),
  tells(contract.CaseFeesEstimated, 'hub_officer', ({ totalCents, currency }) => [
    `The fees were estimated: ${money(totalCents, currency, 'en')}.`,
    `Les frais ont été estimés : ${money(totalCents, currency, 'fr')}.`,
  ]),
  tells(contract.CaseDecisionAccepted, 'applicant', () => [
    'The applicant accepted the decision.',
    'Le demandeur a accepté la décision.',
  ]),
  tells(contract.CaseDecisionDeclined, 'applicant', () => [
    'The applicant declined the decision; no permit is issued.',
    'Le demandeur a décliné la décision ; aucune autorisation n’est délivrée.',
  ]),
  tells(contract.CaseDecisionUnanswered, 'applicant', () => [
    'The decision was not answered in time; it counts as withdrawn.',
    'La décision est restée sans réponse dans le délai ; la demande est réputée retirée.',
  ]),
  tells(contract.CaseDecisionAppealed, 'applicant', () => [
    'The applicant contests the refusal.',
    'Le demandeur conteste le refus.',
  ]),
  tells(contract.CaseDecisionAppealRuled, 'authority', ({ ruling }) => appeals(ruling)),
  tells(contract.CaseStatisticsDelivered, 'hub_officer', () => [
    'The answer in statistics was given.',
    'La réponse statistique a été donnée.',
  ]),
  tells(contract.CaseVoteReopened, 'committee_president', () => [
    'The committee opened the deliberation again.',
    'Le comité a rouvert la délibération.',
  ]),
  tells(contract.CaseHearingCalled, 'committee_president', ({ heldOn }) => [
    `The team is invited to a hearing on ${civil(heldOn)}.`,
    `L’équipe est invitée à une audition le ${civil(heldOn)}.`,
  ]),
  tells(contract.CaseHearingHeld, 'committee_president', () => ['The hearing took place.', 'L’audition a eu lieu.']),
  tells(contract.CaseAssessmentForgone, 'hub_officer', () => [
    'The data holder let its time pass; the case goes on without its proposal.',
    'Le détenteur a laissé passer son délai ; le dossier avance sans sa proposition.',
  ]),
  tells(contract.CaseHolderRemarked, 'data_holder', () => [
    'A data holder remarked on the file.',
    'Un détenteur de données a fait une remarque sur le dossier.',
  ]),
];
