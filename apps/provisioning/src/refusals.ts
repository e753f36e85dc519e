import type { Explanations } from '@hub/decider';

/** Everything that a rule of this service refuses, with its status and sentences. */
export const refusals = {
  'dataset-not-yours': {
    status: 403,
    en: 'The dataset {datasetId} is held by another organisation: only its holder, or a workspace engineer, delivers it.',
    fr: 'Le jeu {datasetId} est détenu par une autre organisation : seul son détenteur, ou un ingénieur plateforme, le livre.',
  },
  'schema-invalid': {
    status: 422,
    en: 'The Table Schema has errors: {reasons}.',
    fr: 'Le Table Schema comporte des erreurs : {reasons}.',
  },
  'identifying-columns-open': {
    status: 422,
    en: 'The catalogue says that {columns} identify a person. State each as personKey or among identifiers.',
    fr: 'Le catalogue indique que {columns} identifient une personne. Déclarez-les comme personKey ou parmi identifiers.',
  },
  'file-differs': {
    status: 422,
    en: 'The bytes that arrived have another SHA-256 than announced. Send the file again.',
    fr: "Les octets reçus n'ont pas le SHA-256 annoncé. Renvoyez le fichier.",
  },
  'file-empty': { status: 422, en: 'The file is empty.', fr: 'Le fichier est vide.' },
  'permit-not-valid-now': {
    status: 409,
    en: 'The permit is valid from {validFrom} until {validUntil}.',
    fr: "L'autorisation est valable du {validFrom} au {validUntil}.",
  },
  'workspace-busy': {
    status: 409,
    en: 'Too many queries are running. Wait for one to end.',
    fr: "Trop de requêtes sont en cours. Attendez que l'une se termine.",
  },
  'query-failed': {
    status: 422,
    en: 'The query has an error: {message}',
    fr: 'La requête comporte une erreur : {message}',
  },
  'query-stopped': {
    status: 422,
    en: 'The query was stopped: {reason}.',
    fr: 'La requête a été arrêtée : {reason}.',
  },
  'no-such-query': {
    status: 404,
    en: 'There is no such query in this workspace.',
    fr: "Il n'y a pas cette requête dans cet espace.",
  },
  'no-such-chart': {
    status: 404,
    en: 'There is no such chart in this workspace.',
    fr: "Il n'y a pas ce graphique dans cet espace.",
  },
  'chart-invalid': {
    status: 422,
    en: 'The chart cannot be drawn: {reasons}.',
    fr: 'Le graphique ne peut pas être dessiné : {reasons}.',
  },
  'result-too-large': {
    status: 422,
    en: 'The result has more than {maxRows} rows or {maxBytes} bytes. Aggregate it.',
    fr: 'Le résultat dépasse {maxRows} lignes ou {maxBytes} octets. Agrégez-le.',
  },
  'nothing-to-export': {
    status: 422,
    en: 'The query has no rows to export.',
    fr: "La requête n'a aucune ligne à exporter.",
  },
  'already-voted': {
    status: 409,
    en: 'You have already voted on this file.',
    fr: 'Vous avez déjà voté sur ce fichier.',
  },
  'remark-required': {
    status: 422,
    en: 'Say what has to change, or why it is refused.',
    fr: "Dites ce qu'il faut changer, ou pourquoi c'est refusé.",
  },
  'checker-involved': {
    status: 403,
    en: 'Who asked for the export, or works in the workspace, cannot check it.',
    fr: "Qui a demandé la sortie, ou travaille dans l'espace, ne peut pas la vérifier.",
  },
  'opt-outs-have-faults': {
    status: 422,
    en: 'Nothing was entered: {count} lines have faults. The first are listed with their remedy; mend them and send all again.',
    fr: "Rien n'a été saisi : {count} lignes comportent des erreurs. Les premières sont listées avec leur remède ; corrigez et renvoyez tout.",
  },
  'opt-out-key-differs': {
    status: 409,
    en: 'The opt-out list was made with another key. The operator must give provisioning the key it was made with (OPT_OUT_KEY_FILE).',
    fr: "La liste des refus a été faite avec une autre clé. L'exploitant doit rendre à ce service la clé d'origine (OPT_OUT_KEY_FILE).",
  },
  'instant-ahead': {
    status: 422,
    en: 'The instant lies in the future. Ask about one that has come.',
    fr: 'Cet instant est dans le futur. Indiquez un instant passé.',
  },
  'not-an-instant': {
    status: 422,
    en: 'Under asAt write an instant with its zone: 2026-01-31T09:30:00Z.',
    fr: 'Sous asAt, écrivez un instant avec son fuseau : 2026-01-31T09:30:00Z.',
  },
  'file-changed': {
    status: 409,
    en: 'The file that you have seen is no longer the one under review.',
    fr: "Le fichier que vous avez vu n'est plus celui qui est examiné.",
  },
} as const satisfies Explanations<string>;

export type RefusalCode = keyof typeof refusals;
