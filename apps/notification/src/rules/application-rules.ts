import {
  ApplicationAnswersSaved,
  ApplicationBasketChosen,
  ApplicationDeleted,
  ApplicationDraftExpired,
  ApplicationDraftExpiring,
  ApplicationDrafted,
  ApplicationFileAttached,
  ApplicationFileRemoved,
  ApplicationInformationAwaited,
  ApplicationInformationProvided,
  ApplicationInvitationRecalled,
  ApplicationLeadHandedOver,
  ApplicationLinkInvited,
  ApplicationMemberInvited,
  ApplicationMemberJoined,
  ApplicationMemberLeft,
  ApplicationReviewerAdmitted,
  ApplicationReviewerRecused,
  ApplicationStatusFollowed,
  ApplicationSubmitted,
  ApplicationTrackFollowed,
  ApplicationWithdrawn,
} from '@hub/contracts';
import { silent, tell } from './rule.js';

export const applicationRules = [
  tell(ApplicationMemberInvited, {
    to: ['data:personId'],
    task: true,
    due: 'expiresAt',
    en: ['You are invited into a team', 'Somebody invites you to join the team of an application for data.'],
    fr: [
      'Vous êtes invité dans une équipe',
      "Quelqu'un vous invite à rejoindre l'équipe d'une demande d'accès aux données.",
    ],
  }),
  tell(ApplicationMemberJoined, {
    to: ['lead'],
    en: ['A member joined your team', 'Somebody whom you invited joined the team.'],
    fr: ['Un membre a rejoint votre équipe', "Une personne que vous avez invitée a rejoint l'équipe."],
  }),
  tell(ApplicationMemberLeft, {
    to: ['data:personId', 'lead'],
    en: ['A team has changed', 'A member left the team, or was taken out of it.'],
    fr: ['Une équipe a changé', "Un membre a quitté l'équipe, ou en a été retiré."],
  }),
  tell(ApplicationSubmitted, {
    to: ['team'],
    en: ['Your application was submitted', 'The application was received. You will be told of every step.'],
    fr: ['Votre demande est déposée', 'La demande a été reçue. Chaque étape vous sera annoncée.'],
  }),
  tell(ApplicationInformationProvided, {
    to: ['team'],
    en: ['Your answer was sent', 'The answer to the request for information was received.'],
    fr: ['Votre réponse est transmise', "La réponse à la demande d'informations a été reçue."],
  }),
  tell(ApplicationWithdrawn, {
    to: ['team'],
    en: ['Your application was withdrawn', 'The application is withdrawn. Nothing more happens with it.'],
    fr: ['Votre demande est retirée', 'La demande est retirée. Elle ne sera plus instruite.'],
  }),
  tell(ApplicationDraftExpiring, {
    to: ['lead'],
    task: true,
    due: 'expiresAt',
    en: ['Your draft will expire', 'Nobody has changed your draft for long. It expires unless somebody does.'],
    fr: [
      'Votre brouillon va expirer',
      "Votre brouillon n'a pas changé depuis longtemps. Sans modification, il expire.",
    ],
  }),
  tell(ApplicationDraftExpired, {
    to: ['team'],
    en: ['Your draft has expired', 'The draft expired because nobody had changed it for long.'],
    fr: ['Votre brouillon a expiré', 'Le brouillon a expiré faute de modification depuis longtemps.'],
  }),
  tell(ApplicationLeadHandedOver, {
    to: ['team'],
    en: ['The lead has changed', 'Another member of the team is project lead from now on.'],
    fr: ['Le porteur a changé', "Un autre membre de l'équipe est désormais porteur du projet."],
  }),
  tell(ApplicationDeleted, {
    to: ['team'],
    en: ['A draft was discarded', 'The draft of an application was discarded.'],
    fr: ['Un brouillon est supprimé', "Le brouillon d'une demande a été supprimé."],
  }),
];

export const applicationSilences = [
  silent(ApplicationDrafted, 'whoever begins a draft has it before their eyes'),
  silent(ApplicationAnswersSaved, 'work on a draft, by the team itself'),
  silent(ApplicationBasketChosen, 'work on a draft, by the team itself'),
  silent(ApplicationFileAttached, 'work on an application, by the team itself'),
  silent(ApplicationFileRemoved, 'work on an application, by the team itself'),
  silent(ApplicationLinkInvited, 'the application service writes to the address itself'),
  silent(ApplicationInvitationRecalled, 'the link says so to whoever follows it'),
  silent(ApplicationInformationAwaited, 'follows review.case.information-requested.v1, which tells'),
  silent(ApplicationTrackFollowed, 'follows an event of the review, which tells'),
  silent(ApplicationStatusFollowed, 'follows an event of the review, its cause, which tells'),
  silent(ApplicationReviewerAdmitted, 'the member has just declared it'),
  silent(ApplicationReviewerRecused, 'follows review.case.interest-declared.v1, and the recused hear no more'),
];
