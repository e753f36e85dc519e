import {
  CaseDecisionAccepted,
  CaseDecisionAppealed,
  CaseDecisionAppealRuled,
  CaseDecisionDeclined,
  CaseDecisionUnanswered,
  CaseFeesEstimated,
  CaseHolderRemarked,
  CaseStatisticsDelivered,
} from '@hub/contracts';
import { tell } from './rule.js';

/** What comes before and after a decision. */
export const decisionRules = [
  tell(CaseFeesEstimated, {
    to: ['team', 'officer'],
    en: [
      'The fees are estimated',
      'The fees for the access were estimated at {totalCents}. The application may be withdrawn until the decision.',
    ],
    fr: [
      'Les frais sont estimés',
      "Les frais de l'accès ont été estimés à {totalCents}. La demande peut être retirée.",
    ],
  }),
  tell(CaseHolderRemarked, {
    to: ['officer'],
    en: ['A holder remarked', 'A data holder remarked on an application. The remark is in the portal.'],
    fr: ['Un détenteur a une remarque', 'Un détenteur a fait une remarque sur une demande. Elle est sur le portail.'],
  }),
  tell(CaseDecisionAccepted, {
    to: ['team', 'officer', 'authority'],
    en: ['The decision is accepted', 'The applicant accepted the decision.'],
    fr: ['La décision est acceptée', 'Le demandeur a accepté la décision.'],
  }),
  tell(CaseDecisionDeclined, {
    to: ['team', 'officer', 'authority'],
    en: ['The decision is declined', 'The applicant declined the decision: no permit is issued.'],
    fr: ['La décision est déclinée', "Le demandeur a décliné la décision : aucune autorisation n'est délivrée."],
  }),
  tell(CaseDecisionUnanswered, {
    to: ['team', 'officer'],
    en: ['The application counts as withdrawn', 'The decision was not answered in time: the application is withdrawn.'],
    fr: [
      'La demande est réputée retirée',
      'La décision est restée sans réponse dans le délai : la demande est retirée.',
    ],
  }),
  tell(CaseDecisionAppealed, {
    to: ['authority'],
    task: true,
    en: ['A refusal is contested', 'The applicant contests a refusal. The appeal awaits its ruling.'],
    fr: ['Un refus est contesté', 'Le demandeur conteste un refus. Le recours attend une décision.'],
  }),
  tell(CaseDecisionAppealed, {
    to: ['team', 'officer'],
    en: ['The appeal is lodged', 'The refusal is contested. The appeal awaits its ruling.'],
    fr: ['Le recours est déposé', 'Le refus est contesté. Le recours attend une décision.'],
  }),
  tell(CaseDecisionAppealRuled, {
    to: ['team', 'officer'],
    when: { ruling: ['APPROVED'] },
    en: ['The appeal is won', 'The appeal was approved: a positive decision follows.'],
    fr: ['Le recours aboutit', 'Le recours est accueilli : une décision favorable suit.'],
  }),
  tell(CaseDecisionAppealRuled, {
    to: ['team', 'officer'],
    when: { ruling: ['REJECTED'] },
    en: ['The appeal is rejected', 'The appeal was rejected: the refusal stands.'],
    fr: ['Le recours est rejeté', 'Le recours est rejeté : le refus est maintenu.'],
  }),
  tell(CaseStatisticsDelivered, {
    to: ['team', 'officer'],
    en: ['The statistics are there', 'The answer in statistics was given. It is in the portal.'],
    fr: ['Les statistiques sont disponibles', 'La réponse statistique est rendue. Elle est sur le portail.'],
  }),
];
