import { fitOf, health, unstated, withoutResearch } from './purposes.js';
import { cannotTell, match, noMatch, type Treatment } from './treatment.js';

/* Terms that look at what is studied. */

/** Codes of ICD-10 say by themselves what they are part of: E11.9 falls under E11. Those of MONDO do not. */
const fallsUnder = (disease: string, permitted: string): boolean =>
  disease === permitted || (permitted.startsWith('ICD10:') && disease.startsWith(`${permitted}.`));

/** A subtype of a disease also fits, which codes alone do not always tell: what differs is left to people. */
export const diseaseResearch: Treatment = (code, { diseases, purposes }) => {
  if (!diseases || !code.diseases?.length)
    return cannotTell(
      'Use is limited to certain diseases; the disease studied, or the diseases permitted, are not stated.',
      'L’usage est limité à certaines maladies ; la maladie étudiée ou les maladies permises ne sont pas énoncées.',
    );
  if (diseases.length === 0)
    return noMatch(
      'Use is limited to certain diseases, and none is studied.',
      'L’usage est limité à certaines maladies, et aucune n’est étudiée.',
    );
  const outside = diseases.filter((disease) => !code.diseases?.some((permitted) => fallsUnder(disease, permitted)));
  if (outside.length > 0)
    return cannotTell(
      `Somebody must tell whether these fall under the diseases permitted: ${outside.join(', ')}.`,
      `Il reste à dire si elles relèvent des maladies permises : ${outside.join(', ')}.`,
    );
  return fitOf(purposes, health) === 'yes'
    ? match('The diseases studied are among those permitted.', 'Les maladies étudiées sont parmi celles permises.')
    : unstated;
};

/** Without research among the purposes it cannot be research on origins. */
export const originsOnly: Treatment = (_code, { purposes, ancestry }) => {
  if (withoutResearch(purposes))
    return noMatch(
      'Use is limited to research on population origins, and no stated purpose is research.',
      'L’usage est limité à la recherche sur les origines des populations, et aucune finalité énoncée n’en relève.',
    );
  if (ancestry === undefined)
    return cannotTell(
      'Use is limited to research on population origins or ancestry; the application does not state its subject.',
      'L’usage est limité à la recherche sur les origines ou l’ascendance ; la demande n’énonce pas son sujet.',
    );
  return ancestry === 'only'
    ? match(
        'Population origins or ancestry are the only subject.',
        'Les origines des populations ou l’ascendance sont le seul sujet.',
      )
    : noMatch(
        'Use is limited to research on population origins or ancestry, and other subjects are studied.',
        'L’usage est limité à la recherche sur les origines ou l’ascendance, et d’autres sujets sont étudiés.',
      );
};

export const noOrigins: Treatment = (_code, { purposes, ancestry }) => {
  if (ancestry === 'none' || withoutResearch(purposes))
    return match(
      'Population origins and ancestry are not studied.',
      'Les origines des populations et l’ascendance ne sont pas étudiées.',
    );
  return ancestry === undefined
    ? cannotTell(
        'Research on population origins or ancestry is prohibited; the application does not state its subject.',
        'La recherche sur les origines ou l’ascendance est interdite ; la demande n’énonce pas son sujet.',
      )
    : noMatch(
        'Research on population origins or ancestry is prohibited, and they are studied.',
        'La recherche sur les origines ou l’ascendance est interdite, et elles sont étudiées.',
      );
};

export const geneticOnly: Treatment = (_code, { genetic }) => {
  if (genetic === undefined)
    return cannotTell(
      'Use is limited to genetic studies; whether it is one is not stated.',
      'L’usage est limité aux études génétiques ; la demande ne dit pas si elle en est une.',
    );
  return genetic
    ? match('It is a genetic study.', 'Il s’agit d’une étude génétique.')
    : noMatch(
        'Use is limited to genetic studies, and it is none.',
        'L’usage est limité aux études génétiques, et ce n’en est pas une.',
      );
};

export const noMethods: Treatment = (_code, { purposes, methods }) => {
  if (withoutResearch(purposes))
    return match(
      'No stated purpose is research on methods.',
      'Aucune finalité énoncée n’est une recherche de méthodes.',
    );
  if (methods === undefined)
    return cannotTell(
      'Developing methods or algorithms is not permitted; the application does not state whether it does.',
      'Le développement de méthodes ou d’algorithmes n’est pas permis ; la demande ne dit pas si elle en comporte.',
    );
  return methods
    ? noMatch(
        'Developing methods or algorithms is not permitted, and some are developed.',
        'Le développement de méthodes ou d’algorithmes n’est pas permis, et il y en a.',
      )
    : match('No methods or algorithms are developed.', 'Ni méthode ni algorithme n’est développé.');
};
