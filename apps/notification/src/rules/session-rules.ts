import {
  InterestsConfirmed,
  InterestsPublished,
  SessionCancelled,
  SessionClosed,
  SessionItemAdded,
  SessionItemOpened,
  SessionItemRemoved,
  SessionMinutesDrafted,
  SessionOpened,
  SessionPlanned,
} from '@hub/contracts';
import { silent, tell } from './rule.js';

/** Sessions of the committee. What names a case goes to those alone who work on it. */
export const sessionRules = [
  tell(SessionPlanned, {
    to: ['committee'],
    due: 'startsAt',
    en: ['A session is planned', 'A session of the committee was planned.'],
    fr: ['Une séance est prévue', 'Une séance du comité a été programmée.'],
  }),
  tell(SessionItemAdded, {
    to: ['rapporteurs', 'officer'],
    en: ['A case is on the agenda', 'The case came on the agenda of a session of the committee.'],
    fr: ["Un dossier est à l'ordre du jour", "Le dossier est inscrit à l'ordre du jour d'une séance du comité."],
  }),
  tell(SessionItemRemoved, {
    to: ['rapporteurs', 'officer'],
    en: ['A case left the agenda', 'The case was taken off the agenda of a session of the committee.'],
    fr: ["Un dossier n'est plus à l'ordre du jour", "Le dossier est retiré de l'ordre du jour d'une séance du comité."],
  }),
  tell(SessionMinutesDrafted, {
    to: ['president'],
    task: true,
    en: ['Minutes to approve', 'The minutes of a session were drawn up and await your approval.'],
    fr: ['Un procès-verbal à approuver', "Le procès-verbal d'une séance est rédigé et attend votre approbation."],
  }),
  tell(SessionCancelled, {
    to: ['committee'],
    en: ['A session is cancelled', 'A session of the committee will not take place.'],
    fr: ['Une séance est annulée', "Une séance du comité n'aura pas lieu."],
  }),
];

export const sessionSilences = [
  silent(SessionOpened, 'those present are there'),
  silent(SessionItemOpened, 'review.case.vote-opened.v1, its cause, tells'),
  silent(SessionClosed, 'those present were there'),
  silent(InterestsPublished, 'the member has just done it, and it is public'),
  silent(InterestsConfirmed, 'the member has just done it'),
];
