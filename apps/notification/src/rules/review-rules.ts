import {
  CaseAssessmentForgone,
  CaseAuthoritySeized,
  CaseAuthorityTimeRenewed,
  CaseClosedByWithdrawal,
  CaseDeadlineMissed,
  CaseDecided,
  CaseDecisionProposed,
  CaseFindingRecorded,
  CaseFoundCompleteToPhase,
  CaseInformationReceived,
  CaseInformationRequested,
  CaseLeadChanged,
  CaseOfficerAssigned,
  CaseOpened,
  CaseOpinionExtended,
  CaseRedirected,
  CaseRegistered,
  CaseRejectedIncomplete,
  CaseTrackChanged,
  CaseVoteCast,
} from '@hub/contracts';
import { silent, tell } from './rule.js';

export const reviewRules = [
  tell(CaseOpened, {
    to: ['hub-officers'],
    task: true,
    due: 'dueAt',
    en: ['A new case', 'A submitted application came up for review. It needs an officer.'],
    fr: ['Un nouveau dossier', 'Une demande déposée est à examiner. Il lui faut un agent en charge.'],
  }),
  tell(CaseOpened, {
    to: ['team'],
    en: ['Your application is being examined', 'The hub began to examine whether the file is complete.'],
    fr: ['Votre demande est en cours de vérification', 'La vérification de la complétude du dossier a commencé.'],
  }),
  tell(CaseOfficerAssigned, {
    to: ['data:officerId'],
    task: true,
    en: ['A case is yours', 'You look after this case from now on.'],
    fr: ['Un dossier vous est confié', 'Ce dossier vous est désormais confié.'],
  }),
  tell(CaseOfficerAssigned, {
    to: ['team'],
    en: ['Your application has an officer', 'An officer of the hub looks after your application.'],
    fr: ['Votre demande a un agent en charge', 'Un agent du guichet suit désormais votre demande.'],
  }),
  tell(CaseLeadChanged, {
    to: ['officer'],
    en: ['A case has another project lead', 'Another member of the team leads the project from now on.'],
    fr: ['Un dossier a un autre porteur de projet', "Un autre membre de l'équipe porte désormais le projet."],
  }),
  tell(CaseInformationRequested, {
    to: ['lead'],
    task: true,
    due: 'dueAt',
    en: ['Your answer is needed', 'You are asked to change or complete the marked parts of your application.'],
    fr: ['Votre réponse est attendue', 'Il vous est demandé de modifier ou compléter les parties signalées.'],
  }),
  tell(CaseInformationRequested, {
    to: ['team'],
    en: ['Information is requested', 'The lead of your team was asked to change or complete parts of the application.'],
    fr: ['Des informations sont demandées', 'Le responsable de votre équipe doit modifier ou compléter la demande.'],
  }),
  tell(CaseInformationReceived, {
    to: ['data:askedBy', 'officer', 'rapporteurs'],
    task: true,
    due: 'dueAt',
    en: ['The answer has arrived', 'The applicant answered; the case is back in the phase that asked.'],
    fr: ['La réponse est arrivée', "Le demandeur a répondu ; le dossier est revenu à l'étape qui l'interrogeait."],
  }),
  tell(CaseInformationReceived, {
    to: ['team'],
    en: ['Your answer was accepted', 'Your answer was taken into the case; its examination goes on.'],
    fr: ['Votre réponse est acceptée', 'Votre réponse est versée au dossier, dont la vérification se poursuit.'],
  }),
  tell(CaseFoundCompleteToPhase, {
    to: ['team', 'officer'],
    en: ['The application is complete', 'The file is complete and went to the next step of its procedure.'],
    fr: ['La demande est complète', "Le dossier est complet et passe à l'étape suivante de sa procédure."],
  }),
  tell(CaseFoundCompleteToPhase, {
    to: ['holders'],
    task: true,
    due: 'dueAt',
    when: { phase: ['HOLDER_ASSESSMENT'] },
    en: ['An application to assess', 'A complete application for your data awaits your assessment.'],
    fr: ['Une demande à évaluer', 'Une demande complète portant sur vos données attend votre évaluation.'],
  }),
  tell(CaseFoundCompleteToPhase, {
    to: ['authority'],
    task: true,
    due: 'dueAt',
    when: { phase: ['AUTHORITY_REVIEW'] },
    en: ['An application to decide', 'A complete application awaits your decision.'],
    fr: ['Une demande à décider', 'Une demande complète attend votre décision.'],
  }),
  tell(CaseDecisionProposed, {
    to: ['authority', 'officer'],
    task: true,
    en: ['A proposal to decide on', 'The data holder assessed an application and proposes a decision.'],
    fr: ['Une proposition à examiner', 'Le détenteur a évalué une demande et propose une décision.'],
  }),
  tell(CaseDecisionProposed, {
    to: ['team'],
    en: ['Your application was assessed', 'The data holder assessed the application; the body decides.'],
    fr: ['Votre demande est évaluée', "Le détenteur a évalué la demande ; l'organisme va décider."],
  }),
  tell(CaseAssessmentForgone, {
    to: ['team'],
    en: ['Your application goes on', 'The data holder let its time pass; the body goes on without its proposal.'],
    fr: ['Votre demande avance', "Le détenteur a laissé passer son délai ; l'organisme poursuit sans sa proposition."],
  }),
  tell(CaseRedirected, {
    to: ['team', 'officer'],
    en: [
      'Another procedure applies',
      'The case was closed because another procedure applies. The portal states which.',
    ],
    fr: [
      'Une autre procédure est applicable',
      "Le dossier est clos car une autre procédure s'applique. Le portail indique laquelle.",
    ],
  }),
  tell(CaseRegistered, {
    to: ['team', 'officer'],
    en: ['The commitment is registered', 'The commitment was registered: nothing needs an authorisation.'],
    fr: ["L'engagement est enregistré", "L'engagement est enregistré : aucune autorisation n'est nécessaire."],
  }),
  tell(CaseAuthoritySeized, {
    to: ['authority'],
    task: true,
    due: 'decisionDueAt',
    en: ['A request for authorisation', 'An applicant asks for your authorisation; your time runs.'],
    fr: ["Une demande d'autorisation", 'Un demandeur sollicite votre autorisation ; votre délai court.'],
  }),
  tell(CaseAuthoritySeized, {
    to: ['team', 'officer'],
    en: ['The application is with the authority', 'The application was handed to the authority, which now decides.'],
    fr: ["La demande est devant l'autorité", "La demande a été transmise à l'autorité, qui va se prononcer."],
  }),
  tell(CaseOpinionExtended, {
    to: ['team', 'officer'],
    en: [
      'The committee needs more time',
      'The time for the opinion was extended. The case in the portal states the reason.',
    ],
    fr: [
      'Le comité a besoin de temps',
      "Le délai de l'avis a été prolongé. Le dossier sur le portail en indique le motif.",
    ],
  }),
  tell(CaseAuthorityTimeRenewed, {
    to: ['team', 'officer'],
    en: [
      'The authority needs more time',
      'The time for the decision was renewed. The case in the portal states the reason.',
    ],
    fr: [
      "L'autorité a besoin de temps",
      'Le délai de la décision a été renouvelé. Le dossier sur le portail en indique le motif.',
    ],
  }),
  tell(CaseDecided, {
    to: ['team', 'officer'],
    when: { decision: ['AUTHORISED'], tacit: [false] },
    en: ['The application is authorised', 'The authority authorised the access to the data. A permit follows.'],
    fr: ['La demande est acceptée', "L'autorité a autorisé l'accès aux données. L'autorisation signée suit."],
  }),
  tell(CaseDecided, {
    to: ['team', 'officer'],
    when: { decision: ['AUTHORISED'], tacit: [true] },
    en: [
      'The application is authorised',
      'The time for the decision ended: by law, silence authorises. A permit follows.',
    ],
    fr: [
      'La demande est acceptée',
      "Le délai de décision est écoulé : le silence vaut autorisation. L'autorisation signée suit.",
    ],
  }),
  tell(CaseDecided, {
    to: ['team', 'officer'],
    when: { decision: ['REFUSED'] },
    en: ['The application is refused', 'The authority refused the access to the data. The portal states why.'],
    fr: ['La demande est refusée', "L'autorité a refusé l'accès aux données. Le portail en indique les motifs."],
  }),
  tell(CaseTrackChanged, {
    to: ['team', 'officer', 'authority'],
    en: ['Other time limits apply', 'The case was moved to another track; its time limits were counted anew.'],
    fr: ["D'autres délais s'appliquent", 'Le dossier est passé sur une autre voie ; ses délais ont été recalculés.'],
  }),
  tell(CaseRejectedIncomplete, {
    to: ['team', 'officer'],
    en: ['The application is rejected', 'The file stayed incomplete and was rejected.'],
    fr: ['La demande est rejetée', 'Le dossier est resté incomplet et a été rejeté.'],
  }),
  tell(CaseClosedByWithdrawal, {
    to: ['team', 'officer', 'rapporteurs', 'president'],
    en: ['A case is closed', 'The application was withdrawn and its case is closed.'],
    fr: ['Un dossier est clos', 'La demande a été retirée et son dossier est clos.'],
  }),
  tell(CaseDeadlineMissed, {
    to: ['officer', 'hub-officers'],
    task: true,
    en: ['A case is overdue', 'A limit of this case has passed and nothing was decided.'],
    fr: ['Un dossier est en retard', 'Un délai de ce dossier est dépassé sans décision.'],
  }),
];

export const reviewSilences = [
  silent(CaseVoteCast, 'a vote is hidden until the opinion'),
  silent(CaseFindingRecorded, 'work on a decision, by those who assess; the decision tells'),
];
