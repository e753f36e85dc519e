import * as conditions from './conditions.js';
import type { DataUseCode, StatedUse, Verdict } from './facts.js';
import * as purposes from './purposes.js';
import * as subjects from './subjects.js';
import { abstain, type Finding, type Treatment } from './treatment.js';

const study = abstain(
  'This term describes a study; as a condition of a dataset it decides nothing.',
  'Ce terme décrit une étude ; comme condition d’un jeu de données il ne décide rien.',
);
const heading = abstain(
  'This term is a heading and states no condition.',
  'Ce terme est un intitulé et n’énonce aucune condition.',
);
const approved = abstain(
  'Use is limited to what was approved elsewhere, which the application does not show.',
  'L’usage est limité à ce qui a été approuvé ailleurs, ce que la demande ne montre pas.',
);
const subject = abstain(
  'It depends on the subject of the research, which the application states in words only: somebody must read it.',
  'Cela dépend du sujet de la recherche, que la demande n’énonce qu’en toutes lettres : à lire par une personne.',
);

/** Every term of the Data Use Ontology (release 2021-02-23) that is not obsolete, and what the hub makes of it. */
export const treatments: Readonly<Record<string, Treatment>> = {
  'DUO:0000001': heading,
  'DUO:0000004': purposes.noRestriction,
  'DUO:0000006': purposes.healthResearch,
  'DUO:0000007': subjects.diseaseResearch,
  'DUO:0000011': subjects.originsOnly,
  'DUO:0000012': subject,
  'DUO:0000015': subjects.noMethods,
  'DUO:0000016': subjects.geneticOnly,
  'DUO:0000017': heading,
  'DUO:0000018': conditions.notForProfitAndNonCommercial,
  'DUO:0000019': conditions.publicationRequired,
  'DUO:0000020': conditions.undertaken('collaboration'),
  'DUO:0000021': abstain(
    'Ethics approval is required. The hub never answers this by rule: a person checks the approval.',
    'Un avis éthique est exigé. Le guichet ne répond jamais à ceci par une règle : une personne vérifie l’avis.',
  ),
  'DUO:0000022': conditions.region,
  'DUO:0000024': conditions.undertaken('moratorium'),
  'DUO:0000025': conditions.timeLimit,
  'DUO:0000026': approved,
  'DUO:0000027': approved,
  'DUO:0000028': conditions.institution,
  'DUO:0000029': conditions.undertaken('return'),
  ...Object.fromEntries([31, 32, 33, 34, 35, 36, 37, 38, 39, 40].map((number) => [`DUO:00000${number}`, study])),
  'DUO:0000042': purposes.generalResearch,
  'DUO:0000043': purposes.clinicalCare,
  'DUO:0000044': subjects.noOrigins,
  'DUO:0000045': conditions.notForProfitOrganisation,
  'DUO:0000046': conditions.nonCommercialUse,
};

const unknown = abstain(
  'This is no term in force of the Data Use Ontology.',
  'Ce n’est pas un terme en vigueur de la Data Use Ontology.',
);

/** The ontology itself writes one identifier with a zero too many (DUO_00000044). */
export const canonicalCode = (code: string): string => code.replace('_', ':').replace(/^DUO:0(\d{7})$/, 'DUO:$1');

export interface DatasetMatch {
  readonly verdict: Verdict;
  readonly findings: readonly (Finding & { readonly code: string })[];
}

/**
 * What the codes of a dataset say of the use that an application states. Advice for people who assess, never a
 * decision: what is not stated, and whatever concerns ethics, is left to them.
 */
export function matchOf(codes: readonly DataUseCode[], stated: StatedUse): DatasetMatch {
  const findings = codes.map((code) => {
    const treat = treatments[canonicalCode(code.code)] ?? unknown;
    return { code: code.code, ...treat(code, stated) };
  });
  return { verdict: verdictOf(findings), findings };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'NO_MATCH')) return 'NO_MATCH';
  const sure = findings.length > 0 && findings.every(({ verdict }) => verdict === 'MATCH');
  return sure ? 'MATCH' : 'CANNOT_TELL';
}
