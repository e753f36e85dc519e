import type { Role } from '@hub/contracts';

/**
 * DEMONSTRATION ONLY. The invented people of the local OpenID provider, under the same ids
 * (`infra/local/src/demo-accounts.ts`), with the one mandate that each begins with.
 */
export interface DemonstrationPerson {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
}

const person = (id: string, name: string, organisation: string, role: Role): DemonstrationPerson => ({
  id,
  name,
  organisation,
  role,
});

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person('holder-cnam', 'Hélène Marchand', 'cnam', 'data_holder'),
  person('holder-chu', 'Paul Etcheverry', 'chu-bordeaux', 'data_holder'),
  person('claire', 'Claire Fontanel', 'inserm', 'applicant'),
  person('david', 'David Kerouanton', 'inserm', 'applicant'),
  person('eve', 'Ève Sabatier', 'institut-curie', 'applicant'),
  person('officer', 'Nadia Belkacem', 'hdh', 'hub_officer'),
  person('president', 'Gérard Vauquelin', 'cesrees', 'committee_president'),
  person('rapporteur-1', 'Sylvie Delmotte', 'cesrees', 'committee_member'),
  person('rapporteur-2', 'Mehdi Lazrak', 'cesrees', 'committee_member'),
  person('member-1', 'Anne-Laure Pruvost', 'cesrees', 'committee_member'),
  person('member-2', 'Thierry Castagnet', 'cesrees', 'committee_member'),
  person('member-3', 'Ines Carvalho', 'cesrees', 'committee_member'),
  person('authority', 'Bertrand Loiseleur', 'cnil', 'authority_officer'),
  person('engineer', 'Katell Le Gall', 'hdh', 'workspace_engineer'),
  person('checker-1', 'Omar Diallo', 'hdh', 'output_checker'),
  person('checker-2', 'Julie Wasserman', 'hdh', 'output_checker'),
  person('security', 'Fabrice Montel', 'hdh', 'security_officer'),
  person('registrar', 'Yann Prigent', 'hdh', 'opt_out_registrar'),
  person('auditor', 'Marguerite Roussillon', 'cour-des-comptes', 'auditor'),
  person('admin', 'Luc Andrieux', 'hdh', 'directory_administrator'),
  person('representative', 'Solène Abgrall', 'inserm', 'organisation_representative'),
];
