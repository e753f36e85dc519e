import {
  ResultAwaited,
  ResultCompletionDeclared,
  ResultCorrected,
  ResultOverdue,
  ResultPermitFollowed,
  ResultPublished,
  ResultTimeExtended,
} from '@hub/contracts';
import { silent, tell } from './rule.js';

/** What a project owes the public: its results. */
export const resultRules = [
  tell(ResultCompletionDeclared, {
    to: ['team', 'officer'],
    en: ['The project is completed', 'The project was declared completed: the time to publish its results runs.'],
    fr: ['Le projet est achevé', 'Le projet est déclaré achevé : le délai de publication des résultats court.'],
  }),
  tell(ResultTimeExtended, {
    to: ['team', 'officer'],
    en: ['More time for the results', 'The hub gave more time to publish the results.'],
    fr: ['Un délai pour les résultats', 'Le guichet a accordé un délai pour publier les résultats.'],
  }),
  tell(ResultOverdue, {
    to: ['lead', 'officer'],
    task: true,
    en: ['Results are overdue', 'The time to publish the results has ended and nothing was published.'],
    fr: ['Des résultats sont en retard', 'Le délai de publication des résultats est dépassé sans publication.'],
  }),
  tell(ResultPublished, {
    to: ['team', 'officer'],
    en: ['Results are published', 'The results of the project are in the public register.'],
    fr: ['Des résultats sont publiés', 'Les résultats du projet sont au répertoire public.'],
  }),
  tell(ResultCorrected, {
    to: ['team', 'officer'],
    en: ['Results are corrected', 'The published results of the project were corrected.'],
    fr: ['Des résultats sont corrigés', 'Les résultats publiés du projet ont été corrigés.'],
  }),
];

export const resultSilences = [
  silent(ResultAwaited, 'review.permit.granted.v1, its cause, tells'),
  silent(ResultPermitFollowed, 'the change of the permit, its cause, tells'),
];
