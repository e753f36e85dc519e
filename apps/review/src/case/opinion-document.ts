import { civilDayAt, isoDay } from '@hub/clock';
import type { Actor } from '@hub/decider';
import type { PdfDocument } from '@hub/pdf';
import { seatZone } from '../seat.js';
import { type Case, isOpened, itemOf, relationsOf } from './case.js';
import { type Language, opinionBlocks, tallyBlock } from './opinion-words.js';

const words = {
  en: {
    title: 'Opinion of the ethics and scientific committee',
    application: 'Application',
    procedure: 'Procedure',
    day: 'Given on',
    urgent: 'Urgent procedure',
    yes: 'yes',
    no: 'no',
    rapporteurs: 'Rapporteurs',
  },
  fr: {
    title: 'Avis du comité éthique et scientifique',
    application: 'Demande',
    procedure: 'Procédure',
    day: 'Rendu le',
    urgent: 'Procédure d’urgence',
    yes: 'oui',
    no: 'non',
    rapporteurs: 'Rapporteurs',
  },
} as const;

/** Whoever knows the case as more than a member before the declaration, or as a holder, reads its opinion. */
export const readsOpinion = (state: Case, actor: Actor): boolean =>
  relationsOf(state, actor).some((relation) => !['undeclared', 'holder', 'consulted'].includes(relation));

/** The opinion for whoever reads it on the case; how the committee came to it, for the committee and the auditor. */
export function opinionDocument(state: Case, actor: Actor, language: Language): PdfDocument | undefined {
  if (!isOpened(state) || !('opinion' in state) || !state.opinion) return undefined;
  if (!readsOpinion(state, actor)) return undefined;
  const relations = relationsOf(state, actor);
  const { file, opinion } = state;
  const say = words[language];
  const inside = relations.some((relation) => relation === 'member' || relation === 'auditor');
  return {
    title: say.title,
    subtitle: file.procedure.title[language],
    language,
    at: new Date(opinion.at),
    blocks: [
      {
        facts: [
          [say.application, file.applicationId],
          [say.procedure, `${file.procedure.id} ${file.procedure.version}`],
          [say.day, isoDay(civilDayAt(new Date(opinion.at), seatZone))],
          [say.urgent, file.urgent ? say.yes : say.no],
          ...(inside ? [[say.rapporteurs, (itemOf(state)?.rapporteurs ?? []).join(', ')] as const] : []),
        ],
      },
      ...opinionBlocks(opinion, language),
      ...(opinion.tally ? [tallyBlock(opinion.tally, language)] : []),
    ],
  };
}
