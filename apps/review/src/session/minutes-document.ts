import type { Block, PdfDocument } from '@hub/pdf';
import { type Language, opinionBlocks, tallyBlock } from '../case/opinion-words.js';
import type { Minutes, MinutesItem } from './minutes.js';
import type { Plan } from './session.js';

const words = {
  en: {
    title: 'Minutes of the ethics and scientific committee',
    draft: 'Draft, not yet approved',
    approved: 'Approved by the president',
    session: 'Session',
    place: 'Place',
    distance: 'at a distance',
    present: 'Present',
    remarks: 'Remarks',
    item: 'Case',
    application: 'Application',
    rapporteurs: 'Rapporteurs',
    left: 'Left the session for this item',
    none: 'none',
    quorum: 'Quorum',
    voting: 'Took part',
    notVoted: 'The item was not put to the vote.',
  },
  fr: {
    title: 'Procès-verbal du comité éthique et scientifique',
    draft: 'Projet, non encore approuvé',
    approved: 'Approuvé par le président',
    session: 'Séance',
    place: 'Lieu',
    distance: 'à distance',
    present: 'Présents',
    remarks: 'Observations',
    item: 'Dossier',
    application: 'Demande',
    rapporteurs: 'Rapporteurs',
    left: 'Ont quitté la séance pour ce point',
    none: 'aucun',
    quorum: 'Quorum',
    voting: 'Ont pris part',
    notVoted: 'Le point n’a pas été mis aux voix.',
  },
} as const;

export interface MinutesToPrint {
  readonly plan: Plan;
  readonly present: readonly string[];
  readonly minutes: Minutes;
  readonly approved: boolean;
  readonly zone: string;
}

/** The minutes for printing: with the items that exist for the reader, and no others. */
export function minutesDocument(session: MinutesToPrint, language: Language): PdfDocument {
  const { plan, present, minutes, approved, zone } = session;
  const say = words[language];
  const when = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    ...({ dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const),
  }).format(new Date(plan.startsAt));
  return {
    title: say.title,
    subtitle: approved ? say.approved : say.draft,
    language,
    at: new Date(minutes.draftedAt),
    blocks: [
      {
        facts: [
          [say.session, when],
          [say.place, plan.place ?? say.distance],
          [say.present, present.join(', ')],
        ],
      },
      ...(minutes.remarks ? [{ heading: say.remarks }, { text: minutes.remarks }] : []),
      ...minutes.items.flatMap((item, index) => itemBlocks(item, index + 1, language)),
    ],
  };
}

function itemBlocks(item: MinutesItem, number: number, language: Language): Block[] {
  const say = words[language];
  const names = (ids: readonly string[]) => (ids.length > 0 ? ids.join(', ') : say.none);
  return [
    { heading: `${number}. ${say.item} ${item.caseId}` },
    {
      facts: [
        [say.application, item.applicationId],
        [say.rapporteurs, names(item.rapporteurs)],
        ...(item.vote
          ? [
              [say.left, names(item.left)] as const,
              [say.voting, names(item.vote.present)] as const,
              [say.quorum, String(item.vote.quorum)] as const,
            ]
          : []),
      ],
    },
    ...(item.vote ? [tallyBlock(item.vote.tally, language)] : [{ text: say.notVoted }]),
    ...(item.opinion ? opinionBlocks(item.opinion, language) : []),
  ];
}
