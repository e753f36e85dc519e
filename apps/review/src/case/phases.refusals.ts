import type { Explanations } from '@hub/decider';

/** What the rules of the hub's, the holder's and the authority's phases refuse. */
export const phasesRefusals = {
  'holders-still-assess': {
    status: 409,
    en: 'The holders have until {dueAt} to propose; the case can go on without them after that.',
    fr: 'Les détenteurs ont jusqu’au {dueAt} pour proposer ; le dossier pourra avancer sans eux ensuite.',
  },
  'extended-too-late': {
    status: 409,
    en: 'The limit ended on {dueAt}: it can be extended only while it runs. The decision can still be taken.',
    fr: 'Le délai a pris fin le {dueAt} : il ne peut être prolongé que pendant qu’il court. La décision peut encore être prise.',
  },
  'no-such-procedure': {
    status: 422,
    en: 'There is no procedure {procedure}; there are: {known}.',
    fr: 'La procédure {procedure} n’existe pas ; il existe : {known}.',
  },
  'same-procedure': {
    status: 422,
    en: 'The case is already under {procedure}: name the procedure that applies in its place.',
    fr: 'Le dossier relève déjà de {procedure} : nommez la procédure qui s’applique à sa place.',
  },
  'not-a-track': {
    status: 422,
    en: 'track: the case can be moved to {tracks} only, not to {track}; for another procedure redirect the application.',
    fr: 'track : le dossier ne peut passer que vers {tracks}, pas vers {track} ; pour une autre procédure, réorientez la demande.',
  },
  'checklist-unknown': {
    status: 422,
    en: 'items: the procedure’s checklist has no such points: {keys}.',
    fr: 'items : la liste de contrôle de la procédure ne contient pas ces points : {keys}.',
  },
  'checklist-doubled': {
    status: 422,
    en: 'items: say once what was found on each point; said more often on: {keys}.',
    fr: 'items : indiquez une seule fois le constat de chaque point ; indiqué plusieurs fois pour : {keys}.',
  },
  'checklist-unfinished': {
    status: 422,
    en: 'items: say of every point what was found; still open: {keys}.',
    fr: 'items : indiquez le constat de chaque point ; restent ouverts : {keys}.',
  },
  'file-incomplete': {
    status: 409,
    en: 'items: the file is not complete while these are missing: {keys}. Request information, or reject it.',
    fr: 'items : le dossier n’est pas complet tant que ceci manque : {keys}. Demandez des informations, ou rejetez-le.',
  },
  'proposed-already': {
    status: 409,
    en: 'Your organisation has already proposed a decision.',
    fr: 'Votre organisme a déjà proposé une décision.',
  },
  'nothing-proposed': {
    status: 422,
    en: 'followedProposal: nobody has proposed a decision on this case; leave it out.',
    fr: 'followedProposal : personne n’a proposé de décision sur ce dossier ; omettez-le.',
  },
  'proposal-unanswered': {
    status: 422,
    en: 'followedProposal: say whether you follow what the data holder proposed.',
    fr: 'followedProposal : dites si vous suivez la proposition du détenteur de données.',
  },
  'reasons-on-proposal-missing': {
    status: 422,
    en: 'reasonsOnProposal: say why you do not follow what the data holder proposed.',
    fr: 'reasonsOnProposal : dites pourquoi vous ne suivez pas la proposition du détenteur de données.',
  },
  'extended-by-others': {
    status: 403,
    en: 'The procedure lets only this role extend the limit: {role}.',
    fr: 'La procédure ne laisse prolonger ce délai qu’à ce rôle : {role}.',
  },
} as const satisfies Explanations<string>;
