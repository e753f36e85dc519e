import type { Block, PdfDocument } from '@hub/pdf';
import type { Bilingual } from '@hub/procedures';
import { amount, contentBlocks } from '../permit/permit-print.js';
import { inWords, type Language, say } from '../permit/permit-words.js';
import type { Signed } from '../permit/seal.js';
import { fingerprintOf } from '../permit/seal.js';
import type { DecisionCard } from './decision-card.js';

const words = {
  title: { en: 'Decision', fr: 'Décision' },
  application: { en: 'Application', fr: 'Demande' },
  outcome: { en: 'Decided', fr: 'Décidé' },
  POSITIVE: { en: 'Authorised', fr: 'Autorisé' },
  NEGATIVE: { en: 'Refused', fr: 'Refusé' },
  GRANTED: { en: 'granted', fr: 'accordé' },
  REFUSED: { en: 'refused', fr: 'refusé' },
  at: { en: 'On (UTC)', fr: 'Le (UTC)' },
  reasons: { en: 'Reasons', fr: 'Motifs' },
  datasets: { en: 'Dataset by dataset', fr: 'Jeu par jeu' },
  silence: { en: 'By silence of the authority.', fr: 'Par silence de l’autorité.' },
  answers: { en: 'What you can do', fr: 'Ce que vous pouvez faire' },
  appeal: { en: 'Appeal', fr: 'Recours' },
  grounds: { en: 'Grounds', fr: 'Moyens' },
  APPROVED: { en: 'Approved', fr: 'Accueilli' },
  REJECTED: { en: 'Rejected', fr: 'Rejeté' },
  final: { en: 'Nothing has to be done.', fr: 'Il n’y a rien à faire.' },
  'accept-decision': {
    en: 'Accept it on the page of your application.',
    fr: 'L’accepter, sur la page de votre demande.',
  },
  'decline-decision': {
    en: 'Decline it on the same page; without an answer in time it counts as withdrawn.',
    fr: 'La décliner, sur la même page ; sans réponse dans le délai, la demande est réputée retirée.',
  },
  'appeal-decision': {
    en: 'Appeal with your grounds, on the same page or by letter to the hub.',
    fr: 'Former un recours motivé, sur la même page ou par courrier à la plateforme.',
  },
  until: { en: 'until', fr: 'jusqu’au' },
  proof: { en: 'Verification', fr: 'Vérification' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A decision as the applicant reads it, with how to accept or appeal and, where positive, the unsigned preview. */
export function cardOnPaper(
  { document: card, signature, keyId }: Signed<DecisionCard>,
  language: Language,
): PdfDocument {
  const word = (name: keyof typeof words) => words[name][language];
  return {
    title: `${word('title')} ${card.id}`,
    ...(card.authority && { subtitle: card.authority.name }),
    language,
    at: new Date(card.decidedAt),
    blocks: [
      {
        facts: [
          [word('application'), card.applicationId],
          [say('procedure', language), card.procedure.title[language]],
          [word('outcome'), word(card.outcome)],
          [word('at'), card.decidedAt],
          ...(card.fees ? [[say('fees', language), amount(card.fees, language)] as const] : []),
        ],
      },
      { heading: word('reasons') },
      { text: card.reasons ?? word('silence') },
      ...datasetBlocks(card, language),
      ...appealBlocks(card, language),
      { heading: word('answers') },
      { list: answerLines(card, language) },
      ...previewBlocks(card, language),
      { heading: word('proof') },
      {
        facts: [
          [say('sha256', language), fingerprintOf(card)],
          [say('keyId', language), keyId],
          ['Ed25519', signature],
        ],
      },
    ],
  };
}

function datasetBlocks({ datasets }: DecisionCard, language: Language): Block[] {
  if (!datasets) return [];
  const rows = datasets.map(({ datasetId, decision, reasons = '' }) => [datasetId, words[decision][language], reasons]);
  const head = [say('source', language), words.outcome[language], words.reasons[language]];
  return [{ heading: words.datasets[language] }, { table: { head, rows } }];
}

function appealBlocks({ appeal }: DecisionCard, language: Language): Block[] {
  if (!appeal) return [];
  const { grounds, ruling } = appeal;
  const ruled = ruling ? [[words[ruling.ruling][language], `${ruling.at} – ${ruling.reasons}`] as const] : [];
  return [{ heading: words.appeal[language] }, { facts: [[words.grounds[language], grounds], ...ruled] }];
}

function answerLines({ answers }: DecisionCard, language: Language): string[] {
  if (answers.length === 0) return [words.final[language]];
  return answers.map(({ answer, until }) =>
    until ? `${words[answer][language]} (${words.until[language]} ${until})` : words[answer][language],
  );
}

function previewBlocks({ preview, conditions }: DecisionCard, language: Language): Block[] {
  if (preview) return [{ heading: say('preview', language) }, ...contentBlocks(preview, language)];
  return conditions.length > 0
    ? [{ heading: say('conditions', language) }, { list: conditions.map((one) => inWords(one, language)) }]
    : [];
}
