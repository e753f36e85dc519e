import type { CommonCode, Explanations } from '@hub/decider';

/** What the catalogue's own rules say no with. */
const explanations = {
  incomplete: {
    status: 422,
    en: 'Mandatory properties are missing or wrong: {missing}. All are listed under findings.',
    fr: 'Des propriétés obligatoires manquent ou sont erronées : {missing}. Toutes sont listées sous findings.',
  },
  'identifier-changed': {
    status: 422,
    en: 'A dataset keeps its identifier ({identifier}). Import another dataset instead.',
    fr: 'Un jeu de données garde son identifiant ({identifier}). Importez plutôt un autre jeu de données.',
  },
  'too-many-columns': {
    status: 422,
    en: 'The tables are too large to announce ({bytes} bytes of names, at most {limit}). Split the dataset.',
    fr: 'Les tables sont trop grandes pour être annoncées ({bytes} octets de noms, au plus {limit}). Scindez le jeu de données.',
  },
  'no-identifier': {
    status: 422,
    en: 'The dataset has neither an identifier nor an IRI, so a later import could not find it again.',
    fr: "Le jeu de données n'a ni identifiant ni IRI : un import ultérieur ne pourrait pas le retrouver.",
  },
  'shared-identifier': {
    status: 422,
    en: 'Two datasets of the document share the identifier {identifier}; neither is imported.',
    fr: "Deux jeux de données du document partagent l'identifiant {identifier} ; aucun n'est importé.",
  },
  'unreadable-document': { status: 422, en: '{reasonEn}', fr: '{reasonFr}' },
  'unsupported-document': {
    status: 415,
    en: 'Send text/turtle, application/ld+json or application/json.',
    fr: 'Envoyez du text/turtle, de l’application/ld+json ou de l’application/json.',
  },
  'page-too-far': {
    status: 422,
    en: 'Only the first {limit} results can be paged through. Narrow the search.',
    fr: 'Seuls les {limit} premiers résultats se parcourent. Précisez la recherche.',
  },
} as const satisfies Explanations<string>;

export type CatalogueCode = keyof typeof explanations;
export type CatalogueRefusal = CatalogueCode | CommonCode;
export const catalogueExplanations: Explanations<CatalogueCode> = explanations;
