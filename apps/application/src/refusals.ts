import type { Explanations } from '@hub/decider';

/** Everything that a rule of this service refuses, with its status and sentences. */
export const refusals = {
  'unknown-procedure': {
    status: 422,
    en: 'There is no procedure {procedure}. Choose one of: {known}.',
    fr: "La procédure {procedure} n'existe pas. Choisissez parmi : {known}.",
  },
  'unknown-fields': {
    status: 422,
    en: 'The form has no field {fields}. Remove them; nothing was saved.',
    fr: "Le formulaire n'a pas de champ {fields}. Retirez-les ; rien n'a été enregistré.",
  },
  'answers-invalid': {
    status: 422,
    en: 'Some answers do not fit their question; all are listed, nothing was saved.',
    fr: "Certaines réponses ne conviennent pas à leur question ; toutes sont listées, rien n'a été enregistré.",
  },
  'not-in-catalogue': {
    status: 422,
    en: 'The catalogue does not offer {unknown}. Take them out of the basket, or search again.',
    fr: 'Le catalogue ne propose pas {unknown}. Retirez-les du panier ou cherchez à nouveau.',
  },
  'period-reversed': {
    status: 422,
    en: 'The period ends before it begins: {from} to {to}.',
    fr: 'La période se termine avant de commencer : {from} à {to}.',
  },
  'population-outside-basket': {
    status: 422,
    en: 'The population is chosen by {place}, which is not in the basket. Add that column first.',
    fr: "La population est choisie par {place}, qui n'est pas dans le panier. Ajoutez d'abord cette colonne.",
  },
  'already-in-team': {
    status: 409,
    en: 'This person is already in the team or invited.',
    fr: "Cette personne est déjà dans l'équipe ou invitée.",
  },
  'no-such-invitation': {
    status: 404,
    en: 'There is no open invitation for you here.',
    fr: "Il n'y a pas d'invitation ouverte pour vous ici.",
  },
  'invitation-expired': {
    status: 409,
    en: 'This invitation ended on {expiresAt}. Ask the project lead for a new one.',
    fr: 'Cette invitation a pris fin le {expiresAt}. Demandez-en une nouvelle au porteur de projet.',
  },
  'lead-stays': {
    status: 409,
    en: 'The project lead cannot leave the team. Hand the lead over first, or withdraw the application.',
    fr: "Le porteur de projet ne peut pas quitter l'équipe. Transmettez d'abord son rôle, ou retirez la demande.",
  },
  'forbidden-to-others': {
    status: 403,
    en: 'Only the project lead can take somebody else out of the team.',
    fr: "Seul le porteur de projet peut retirer quelqu'un d'autre de l'équipe.",
  },
  'not-in-team': {
    status: 404,
    en: 'This person is not in the team.',
    fr: "Cette personne n'est pas dans l'équipe.",
  },
  incomplete: {
    status: 422,
    en: 'The application cannot be submitted yet: what is missing is listed. It stays a draft.',
    fr: 'La demande ne peut pas encore être déposée : ce qui manque est listé. Elle reste un brouillon.',
  },
  'field-not-marked': {
    status: 422,
    en: 'Only the marked fields can be changed: {marked}. Not marked: {fields}.',
    fr: 'Seuls les champs marqués peuvent être modifiés : {marked}. Non marqués : {fields}.',
  },
  'import-invalid': {
    status: 422,
    en: 'The file has errors; all are listed, nothing was begun. Correct the file and try again.',
    fr: "Le fichier comporte des erreurs ; toutes sont listées, rien n'a été commencé. Corrigez-le et recommencez.",
  },
  'answers-missing': {
    status: 422,
    en: 'The request for information is not answered yet: {fields}.',
    fr: "La demande d'information n'a pas encore de réponse : {fields}.",
  },
  'no-such-file': {
    status: 404,
    en: 'There is no such file here.',
    fr: "Il n'y a pas ce fichier ici.",
  },
  'too-many-files': {
    status: 422,
    en: 'There are {most} files already. Take some out, or put several into one.',
    fr: 'Il y a déjà {most} fichiers. Retirez-en, ou réunissez-en plusieurs en un seul.',
  },
  'file-name-wrong': {
    status: 422,
    en: 'Name the file in the query (name): at most {most} characters, no slashes and no control characters.',
    fr: 'Nommez le fichier dans la requête (name) : {most} caractères au plus, sans barre oblique ni caractère de contrôle.',
  },
  'file-type-not-taken': {
    status: 415,
    en: 'Files that end in “{declared}” are not taken. Send one of: {taken}.',
    fr: 'Les fichiers en « {declared} » ne sont pas acceptés. Envoyez : {taken}.',
  },
  'file-type-mismatch': {
    status: 422,
    en: 'The name ends in “{declared}”, but the content is: {content}. Give it its right ending, or send the right file.',
    fr: "Le nom se termine par « {declared} », mais le contenu est : {content}. Corrigez l'extension ou envoyez le bon fichier.",
  },
  'file-empty': {
    status: 422,
    en: 'No file has arrived. Send its bytes as application/octet-stream.',
    fr: "Aucun fichier n'est arrivé. Envoyez ses octets en application/octet-stream.",
  },
  'file-too-large': {
    status: 413,
    en: 'A file has at most {most}. Make it smaller, or divide it.',
    fr: 'Un fichier fait au plus {most}. Réduisez-le ou divisez-le.',
  },
  'file-being-scanned': {
    status: 409,
    en: 'The file is still being scanned. Try again in a minute.',
    fr: "Le fichier est en cours d'analyse. Réessayez dans une minute.",
  },
  'file-infected': {
    status: 409,
    en: 'The scanner found malicious content in this file: nobody can download it. Take it out and send a clean one.',
    fr: "L'analyse a trouvé un contenu malveillant : ce fichier ne peut pas être téléchargé. Retirez-le et envoyez-en un sain.",
  },
  'files-infected': {
    status: 409,
    en: 'The scanner found malicious content in: {files}. Take these files out, or put clean ones in their place, and send again.',
    fr: "L'analyse a trouvé un contenu malveillant dans : {files}. Retirez ces fichiers ou remplacez-les par des fichiers sains, puis renvoyez.",
  },
  'case-locked': {
    status: 409,
    en: 'The case is locked: nothing of it is downloaded, printed, copied or exported, by anybody, until an officer unlocks it.',
    fr: 'Le dossier est verrouillé : rien n’en est téléchargé, imprimé, copié ni exporté, par personne, tant qu’un agent ne le déverrouille pas.',
  },
  'message-not-now': {
    status: 409,
    en: 'No messages are written while the application is {status}.',
    fr: "On n'écrit pas de message tant que la demande est {status}.",
  },
  'message-not-yours': {
    status: 403,
    en: 'You may read this correspondence, but you have no side in it.',
    fr: "Vous pouvez lire cette correspondance, mais vous n'y êtes pas partie.",
  },
  'correspondents-unknown': {
    status: 422,
    en: 'with: these take no part in this case: {unknown}. You can write to: {known}.',
    fr: 'with : ceux-ci ne sont pas parties à ce dossier : {unknown}. Vous pouvez écrire à : {known}.',
  },
  'thread-not-begun': {
    status: 409,
    en: 'with: nobody has begun this thread. An officer or the authority begins one; leave it out to write to whoever examines the application.',
    fr: 'with : personne n’a ouvert ce fil. Un agent ou l’autorité l’ouvre ; omettez-le pour écrire à qui examine la demande.',
  },
  'papers-among-examiners': {
    status: 422,
    en: 'origin: papers of another authority are files (attachments) in a thread of officer and authority alone; say so in with.',
    fr: 'origin : les pièces d’une autre autorité sont des fichiers (attachments) dans un fil entre agent et autorité seuls ; indiquez-le dans with.',
  },
  'no-letters-here': {
    status: 409,
    en: 'This hub sends no letters: no mail server is set. Invite a known person by their id instead.',
    fr: "Ce hub n'envoie pas de lettres : aucun serveur de messagerie n'est réglé. Invitez plutôt une personne connue par son identifiant.",
  },
  'invitation-void': {
    status: 409,
    en: 'This invitation cannot be used: it was used, taken back, or has ended. Ask who invited you for a new one.',
    fr: 'Cette invitation ne peut pas servir : elle a déjà servi, a été reprise ou a pris fin. Demandez-en une nouvelle à qui vous a invité.',
  },
  'invitation-not-open': {
    status: 404,
    en: 'There is no such open invitation.',
    fr: "Il n'y a pas d'invitation ouverte de ce nom.",
  },
  'lead-moves-in-draft': {
    status: 409,
    en: 'Another project lead can be invited before the application is submitted only.',
    fr: "Un autre porteur de projet ne peut être invité qu'avant le dépôt de la demande.",
  },
  'lead-of-other-organisation': {
    status: 409,
    en: 'The project lead acts for the organisation that applies: another one would be another controller, which needs a new application. Act for that one, or choose somebody who does.',
    fr: "Le porteur de projet agit pour l'organisme demandeur : un autre serait un autre responsable de traitement, ce qui demande une nouvelle demande. Agissez pour celui-ci, ou choisissez quelqu'un qui le fait.",
  },
} as const satisfies Explanations<string>;

export type RefusalCode = keyof typeof refusals;
