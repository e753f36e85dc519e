import type { Explanations } from '@hub/decider';

/** What the rules of results refuse; the length of a lay text is refused as in the register. */
export const resultRefusals = {
  'completed-already': {
    status: 409,
    en: 'The project was declared completed already: its time runs.',
    fr: 'Le projet a déjà été déclaré achevé : son délai court.',
  },
  'result-time-extended-already': {
    status: 409,
    en: 'The time for the results was extended once already: publish them.',
    fr: 'Le délai de publication des résultats a déjà été prolongé une fois : publiez-les.',
  },
  'result-time-is-up': {
    status: 409,
    en: 'The time for the results has ended and cannot be extended any more: publish them.',
    fr: 'Le délai de publication des résultats est échu et ne peut plus être prolongé : publiez-les.',
  },
  'result-not-due': {
    status: 409,
    en: 'The results are due by {dueAt}.',
    fr: 'Les résultats sont attendus pour le {dueAt}.',
  },
  'published-in-future': {
    status: 422,
    en: 'publishedOn lies in the future: give the day on which the results appeared.',
    fr: 'publishedOn est dans le futur : indiquez le jour de parution des résultats.',
  },
  'same-publication': {
    status: 422,
    en: 'This is what is published already: change what is wrong.',
    fr: 'Ceci est déjà publié tel quel : modifiez ce qui est faux.',
  },
} as const satisfies Explanations<string>;

export type ResultRefusal = keyof typeof resultRefusals | 'too-many-words';
