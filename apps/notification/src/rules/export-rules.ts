import {
  ExportChecked,
  ExportDecided,
  ExportDownloaded,
  ExportRecalled,
  ExportReleased,
  ExportResubmitted,
  ExportSubmitted,
  ExportVoteCast,
  ExportWithdrawn,
} from '@hub/contracts';
import { silent, tell } from './rule.js';

export const exportRules = [
  tell(ExportChecked, {
    to: ['requester'],
    when: { outcome: ['fail'] },
    en: ['A result did not pass the checks', 'The automatic checks refused the result. The portal states why.'],
    fr: [
      "Un résultat n'a pas passé les contrôles",
      'Les contrôles automatiques ont refusé le résultat. Le portail dit pourquoi.',
    ],
  }),
  tell(ExportChecked, {
    to: ['checkers'],
    task: true,
    when: { outcome: ['pass', 'review'] },
    en: ['A result to check', 'A member asks that a result may leave a workspace. Two checkers vote.'],
    fr: ['Un résultat à contrôler', "Un membre demande la sortie d'un résultat. Deux contrôleurs se prononcent."],
  }),
  tell(ExportDecided, {
    to: ['requester'],
    when: { decision: ['APPROVED'] },
    en: ['Your result is approved', 'Both checkers approved the result. Its release follows.'],
    fr: ['Votre résultat est approuvé', 'Les deux contrôleurs ont approuvé le résultat. Sa sortie suit.'],
  }),
  tell(ExportDecided, {
    to: ['requester'],
    when: { decision: ['REFUSED'] },
    en: ['Your result is refused', 'The checkers refused that the result leaves the workspace.'],
    fr: ['Votre résultat est refusé', 'Les contrôleurs ont refusé la sortie du résultat.'],
  }),
  tell(ExportDecided, {
    to: ['requester'],
    task: true,
    when: { decision: ['CHANGES_REQUESTED'] },
    en: ['Your result needs changes', 'The checkers ask for changes before the result may leave.'],
    fr: ['Votre résultat est à modifier', 'Les contrôleurs demandent des changements avant la sortie.'],
  }),
  tell(ExportReleased, {
    to: ['members'],
    en: ['A result is released', 'The checked result can be downloaded.'],
    fr: ['Un résultat est sorti', 'Le résultat contrôlé peut être téléchargé.'],
  }),
  tell(ExportRecalled, {
    to: ['members', 'security', 'officer'],
    en: ['A result is recalled', 'A released result was called back. Do not use or pass on your copy.'],
    fr: ['Un résultat est rappelé', "Un résultat sorti est rappelé. N'utilisez ni ne transmettez votre copie."],
  }),
  tell(ExportWithdrawn, {
    to: ['checkers'],
    en: ['A request was given up', 'A member gave up the request to release a result.'],
    fr: ['Une demande est abandonnée', "Un membre a abandonné sa demande de sortie d'un résultat."],
  }),
];

export const exportSilences = [
  silent(ExportSubmitted, 'provisioning.export.checked.v1 follows at once and tells'),
  silent(ExportResubmitted, 'provisioning.export.checked.v1 follows at once and tells'),
  silent(ExportVoteCast, 'a vote is hidden until both are there'),
  silent(ExportDownloaded, 'whoever downloads knows; the audit log keeps it'),
];
