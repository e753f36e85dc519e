import type { StatedUse } from './facts.js';
import { cannotTell, type Finding, match, noMatch, type Treatment } from './treatment.js';

const isCompany = ({ organisationKind }: StatedUse) => organisationKind === 'industry';

export const notForProfitOrganisation: Treatment = (_code, stated) => {
  if (stated.publicBody) return match('The organisation is a public body.', 'L’organisme est public.');
  return isCompany(stated)
    ? noMatch(
        'Only not-for-profit organisations may use it; this is a company.',
        'Réservé aux organismes sans but lucratif ; celui-ci est une entreprise.',
      )
    : cannotTell(
        'Whether the organisation is not-for-profit is not stated.',
        'Le caractère non lucratif de l’organisme n’est pas énoncé.',
      );
};

export const nonCommercialUse: Treatment = (_code, { commercial }) => {
  if (commercial === undefined)
    return cannotTell(
      'Whether the use is commercial is not stated.',
      'Le caractère commercial de l’usage n’est pas énoncé.',
    );
  return commercial
    ? noMatch(
        'Commercial use is not permitted, and the use is commercial.',
        'L’usage commercial n’est pas permis, et l’usage l’est.',
      )
    : match('The use is not commercial.', 'L’usage n’est pas commercial.');
};

/** Both conditions: what breaks one is enough. */
export const notForProfitAndNonCommercial: Treatment = (code, stated) => {
  const both: Finding[] = [notForProfitOrganisation(code, stated), nonCommercialUse(code, stated)];
  const broken = both.find(({ verdict }) => verdict === 'NO_MATCH');
  return broken ?? both.find(({ verdict }) => verdict === 'CANNOT_TELL') ?? (both[1] as Finding);
};

export const region: Treatment = (code, { country }) => {
  if (!code.countries?.length || country === undefined)
    return cannotTell(
      'The countries permitted, or the organisation’s, are not stated.',
      'Les pays permis, ou celui de l’organisme, ne sont pas énoncés.',
    );
  return code.countries.includes(country)
    ? match(`Permitted in ${country}.`, `Permis dans le pays ${country}.`)
    : noMatch(
        `Permitted in ${code.countries.join(', ')} only; the organisation is in ${country}.`,
        `Permis seulement dans ${code.countries.join(', ')} ; l’organisme est dans le pays ${country}.`,
      );
};

export const institution: Treatment = (code, { organisationId }) => {
  if (!code.institutions?.length)
    return cannotTell('The institutions permitted are not stated.', 'Les institutions permises ne sont pas énoncées.');
  return code.institutions.includes(organisationId)
    ? match('The organisation is among those permitted.', 'L’organisme est parmi ceux permis.')
    : noMatch('The organisation is not among those permitted.', 'L’organisme n’est pas parmi ceux permis.');
};

export const timeLimit: Treatment = (code, { months }) => {
  if (code.months === undefined || months === undefined)
    return cannotTell(
      'The time permitted, or the time asked for, is not stated.',
      'La durée permise, ou celle demandée, n’est pas énoncée.',
    );
  return months <= code.months
    ? match(
        `At most ${code.months} months; ${months} are asked for.`,
        `Au plus ${code.months} mois ; ${months} sont demandés.`,
      )
    : noMatch(
        `At most ${code.months} months; ${months} are asked for.`,
        `Au plus ${code.months} mois ; ${months} sont demandés.`,
      );
};

export const publicationRequired: Treatment = (_code, { mustPublish }) =>
  mustPublish
    ? match('The permit obliges to publish the results.', 'L’autorisation oblige à publier les résultats.')
    : cannotTell(
        'No permit obliges to publish the results here.',
        'Aucune autorisation n’oblige ici à publier les résultats.',
      );
