import {
  CaseFoundComplete,
  CaseHearingCalled,
  CaseHearingHeld,
  CaseInterestDeclared,
  CaseOpinionIssued,
  CaseRapporteursNamed,
  CaseReportFiled,
  CaseVoteOpened,
  CaseVoteReopened,
} from '@hub/contracts';
import { tell } from './rule.js';

/** The committee's part of the review. Whoever is recused hears of none of it. */
export const committeeRules = [
  tell(CaseFoundComplete, {
    to: ['team', 'officer'],
    en: ['The application is complete', 'The file is complete and went to the committee for its opinion.'],
    fr: ['La demande est complète', 'Le dossier est complet et a été transmis au comité pour avis.'],
  }),
  tell(CaseFoundComplete, {
    to: ['president'],
    task: true,
    due: 'opinionDueAt',
    en: ['A case for the committee', 'A complete file awaits the opinion of the committee. Name its rapporteurs.'],
    fr: ['Un dossier pour le comité', "Un dossier complet attend l'avis du comité. Désignez ses rapporteurs."],
  }),
  tell(CaseFoundComplete, {
    to: ['committee'],
    task: true,
    due: 'opinionDueAt',
    en: ['Declare your interests', 'A case came to the committee. Say whether you have an interest in the project.'],
    fr: ['Déclarez vos intérêts', 'Un dossier arrive au comité. Dites si vous avez un intérêt dans le projet.'],
  }),
  tell(CaseRapporteursNamed, {
    to: ['rapporteurs'],
    task: true,
    en: ['You are a rapporteur', 'You were named rapporteur of this case. Your report is awaited.'],
    fr: ['Vous êtes rapporteur', 'Vous êtes désigné rapporteur de ce dossier. Votre rapport est attendu.'],
  }),
  tell(CaseInterestDeclared, {
    to: ['president'],
    when: { recused: [true] },
    en: ['A member is recused', 'A member of the committee declared an interest and takes no part in this case.'],
    fr: ['Un membre se déporte', 'Un membre du comité a déclaré un intérêt et ne prend pas part à ce dossier.'],
  }),
  tell(CaseReportFiled, {
    to: ['president'],
    en: ['A report is filed', 'A rapporteur filed the report on this case.'],
    fr: ['Un rapport est remis', 'Un rapporteur a remis son rapport sur ce dossier.'],
  }),
  tell(CaseVoteOpened, {
    to: ['voters'],
    task: true,
    en: ['Your vote is awaited', 'The vote on this case is open.'],
    fr: ['Votre vote est attendu', 'Le vote sur ce dossier est ouvert.'],
  }),
  tell(CaseVoteReopened, {
    to: ['voters'],
    task: true,
    en: ['Your vote is awaited anew', 'The vote on this case was opened again: everybody votes anew.'],
    fr: ['Votre vote est de nouveau attendu', 'Le vote sur ce dossier est rouvert : chacun vote à nouveau.'],
  }),
  tell(CaseHearingCalled, {
    to: ['team'],
    task: true,
    due: 'heldOn',
    en: ['You are invited to a hearing', 'The committee invites your team to a hearing on the application.'],
    fr: ['Vous êtes invité à une audition', 'Le comité invite votre équipe à une audition sur la demande.'],
  }),
  tell(CaseHearingCalled, {
    to: ['rapporteurs', 'officer', 'president'],
    due: 'heldOn',
    en: ['A hearing is called', 'The team was invited to a hearing on this case.'],
    fr: ['Une audition est prévue', "L'équipe est invitée à une audition sur ce dossier."],
  }),
  tell(CaseHearingHeld, {
    to: ['team', 'officer'],
    en: ['The hearing took place', 'The hearing on the application took place.'],
    fr: ["L'audition a eu lieu", "L'audition sur la demande a eu lieu."],
  }),
  tell(CaseOpinionIssued, {
    to: ['team', 'officer'],
    when: { opinion: ['FAVOURABLE'] },
    en: ['A favourable opinion', 'The committee gave a favourable opinion on the application.'],
    fr: ['Un avis favorable', 'Le comité a rendu un avis favorable sur la demande.'],
  }),
  tell(CaseOpinionIssued, {
    to: ['team', 'officer'],
    when: { opinion: ['FAVOURABLE_WITH_RECOMMENDATIONS'] },
    en: ['A favourable opinion', 'The committee gave a favourable opinion, with recommendations.'],
    fr: ['Un avis favorable', 'Le comité a rendu un avis favorable, assorti de recommandations.'],
  }),
  tell(CaseOpinionIssued, {
    to: ['team', 'officer'],
    when: { opinion: ['RESERVED'] },
    en: ['A reserved opinion', 'The committee gave an opinion with reserves. The applicant chooses whether to go on.'],
    fr: ['Un avis réservé', 'Le comité a rendu un avis réservé. Le demandeur choisit de poursuivre ou non.'],
  }),
  tell(CaseOpinionIssued, {
    to: ['team', 'officer'],
    when: { opinion: ['UNFAVOURABLE'] },
    en: [
      'An unfavourable opinion',
      'The committee gave an unfavourable opinion. The applicant chooses whether to go on.',
    ],
    fr: ['Un avis défavorable', 'Le comité a rendu un avis défavorable. Le demandeur choisit de poursuivre ou non.'],
  }),
  tell(CaseOpinionIssued, {
    to: ['team', 'officer', 'president'],
    when: { opinion: ['TACIT_FAVOURABLE'] },
    en: ['A favourable opinion', 'The time for the opinion ended: by law, silence is favourable.'],
    fr: ['Un avis favorable', "Le délai de l'avis est écoulé : le silence vaut avis favorable."],
  }),
];
