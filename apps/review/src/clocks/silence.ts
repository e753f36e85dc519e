import type { Bilingual, Silence } from '@hub/procedures';

/** What happens at the end of a clock if nobody acts, for those who see it run. */
export const whatSilenceDoes: Readonly<Record<Silence, Bilingual>> = {
  OVERDUE: {
    en: 'The act is still awaited; the delay is shown.',
    fr: 'L’acte reste attendu ; le retard est affiché.',
  },
  CLOSED: {
    en: 'The possibility ends; nothing is recorded.',
    fr: 'La possibilité prend fin ; rien n’est enregistré.',
  },
  REJECTED_INCOMPLETE: {
    en: 'The application is rejected as incomplete.',
    fr: 'La demande est rejetée comme incomplète.',
  },
  TACIT_FAVOURABLE: {
    en: 'The opinion is tacitly favourable.',
    fr: 'L’avis est réputé favorable.',
  },
  AUTHORISED_IF_EXPRESSLY_FAVOURABLE: {
    en: 'Authorised if the opinion was expressly favourable, refused otherwise.',
    fr: 'Autorisé si l’avis était expressément favorable, refusé sinon.',
  },
  WITHDRAWN: {
    en: 'The application counts as withdrawn.',
    fr: 'La demande est réputée retirée.',
  },
};
