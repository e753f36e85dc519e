import type { StatedUse } from './facts.js';
import { cannotTell, type Finding, match, noMatch, type Treatment } from './treatment.js';

const isCompany = ({ organisationKind }: StatedUse) => organisationKind === 'industry';

/** What the directory says of an organisation stands before what it says of itself. */
export const notForProfitOrganisation: Treatment = (_code, stated) => {
  if (stated.publicBody) return match('The organisation is a public body.', 'L’organisme est public.');
  if (isCompany(stated))
    return noMatch(
      'Only not-for-profit organisations may use it; this is a company.',
      'Réservé aux organismes sans but lucratif ; celui-ci est une entreprise.',
    );
  if (stated.notForProfit === undefined)
    return cannotTell(
      'Whether the organisation is not-for-profit is not stated.',
      'Le caractère non lucratif de l’organisme n’est pas énoncé.',
    );
  return stated.notForProfit
    ? match('The organisation states that it is not-for-profit.', 'L’organisme se dit sans but lucratif.')
    : noMatch(
        'Only not-for-profit organisations may use it; this one states that it is none.',
        'Réservé aux organismes sans but lucratif ; celui-ci dit ne pas l’être.',
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

/** Where the data are used decides; where that is not stated, where the organisation is. */
export const region: Treatment = (code, { countries, country }) => {
  const used = countries ?? (country === undefined ? [] : [country]);
  if (!code.countries?.length || used.length === 0)
    return cannotTell(
      'The countries permitted, or those of the use, are not stated.',
      'Les pays permis, ou ceux de l’usage, ne sont pas énoncés.',
    );
  const outside = used.filter((one) => !code.countries?.includes(one));
  return outside.length === 0
    ? match(`Permitted in ${used.join(', ')}.`, `Permis : ${used.join(', ')}.`)
    : noMatch(
        `Permitted in ${code.countries.join(', ')} only; the data are also used in ${outside.join(', ')}.`,
        `Permis seulement : ${code.countries.join(', ')} ; l’usage touche aussi : ${outside.join(', ')}.`,
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

export const publicationRequired: Treatment = (code, stated) =>
  stated.mustPublish
    ? match('The permit obliges to publish the results.', 'L’autorisation oblige à publier les résultats.')
    : undertaken('publication')(code, stated);

/** An undertaking that is not given can still be asked for: its absence decides nothing. */
export const undertaken =
  (undertaking: NonNullable<StatedUse['undertakings']>[number]): Treatment =>
  (_code, { undertakings }) =>
    undertakings?.includes(undertaking)
      ? match('The applicant undertakes this.', 'Le demandeur s’y engage.')
      : cannotTell(
          'The applicant must undertake this; the application does not state that they do.',
          'Le demandeur doit s’y engager ; la demande n’énonce pas cet engagement.',
        );
