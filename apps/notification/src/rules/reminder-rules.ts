import { ApplicationMessageSent, ApplicationMessageSentInThread, CaseDeadlineNear } from '@hub/contracts';
import { type Relation, type Rule, tell } from './rule.js';

/** Reminders go to whoever the limit waits for. */
const reminded = (party: string, to: readonly Relation[]) =>
  tell(CaseDeadlineNear, {
    to,
    task: true,
    due: 'dueAt',
    when: { party: [party] },
    en: ['A limit ends soon', 'A limit of this case ends soon, and it waits for you.'],
    fr: ['Un délai expire bientôt', 'Un délai de ce dossier expire bientôt, et il dépend de vous.'],
  });

export const reminderRules = [
  reminded('applicant', ['lead']),
  reminded('hub', ['officer']),
  reminded('committee', ['rapporteurs', 'president']),
  reminded('authority', ['authority']),
  reminded('holder', ['holders']),
];

/** Whoever takes part in a thread hears of what the others write in it. */
const written = (to: Relation, when: Parameters<typeof tell<typeof ApplicationMessageSentInThread>>[1]['when']): Rule =>
  tell(ApplicationMessageSentInThread, {
    to: [to],
    ...(when && { when }),
    en: ['A message has arrived', 'Somebody wrote to you about an application. The message is in the portal.'],
    fr: ['Un message est arrivé', "Un message au sujet d'une demande vous attend sur le portail."],
  });

export const messageRules = [
  written('team', { toApplicant: [true] }),
  written('officer', { toOfficer: [true] }),
  written('authority', { toAuthority: [true] }),
  written('named-holders', {}),
  tell(ApplicationMessageSent, {
    to: ['officer'],
    when: { fromSide: ['applicant'] },
    en: ['A message has arrived', 'The team wrote to you about the application. The message is in the portal.'],
    fr: ['Un message est arrivé', "L'équipe vous écrit au sujet de la demande. Le message est sur le portail."],
  }),
  tell(ApplicationMessageSent, {
    to: ['team'],
    when: { fromSide: ['officer', 'authority'] },
    en: ['A message has arrived', 'Somebody who examines your application wrote to you. It is in the portal.'],
    fr: ['Un message est arrivé', "Un message sur l'examen de votre demande vous attend sur le portail."],
  }),
];
