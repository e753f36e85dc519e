/**
 * DEMONSTRATION ONLY. Invented people, one for every role of the procedures, known to the embedded OpenID provider
 * and, under the same ids, to the directory's demonstration mandates. They have no password.
 */
export interface DemoAccount {
  /** The `sub` of the OpenID provider. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  /** The role that the directory's demonstration mandates give (a literal of `@hub/contracts`). */
  readonly role: string;
  readonly description: string;
}

const HUB = 'hdh';
const COMMITTEE = 'cesrees';

export const demoAccounts: readonly DemoAccount[] = [
  account(
    'holder-cnam',
    'Hélène Marchand',
    'cnam',
    'data_holder',
    'describes and delivers the datasets of the health insurance',
  ),
  account(
    'holder-chu',
    'Paul Etcheverry',
    'chu-bordeaux',
    'data_holder',
    'describes and delivers the datasets of the hospital',
  ),
  account('claire', 'Claire Fontanel', 'inserm', 'applicant', 'applies for data and leads the project'),
  account('david', 'David Kerouanton', 'inserm', 'applicant', "researcher in Claire's team"),
  account('eve', 'Ève Sabatier', 'institut-curie', 'applicant', 'researcher of another organisation'),
  account('officer', 'Nadia Belkacem', HUB, 'hub_officer', 'pre-screens applications and forwards them'),
  account(
    'president',
    'Gérard Vauquelin',
    COMMITTEE,
    'committee_president',
    'assigns cases and presides over the committee',
  ),
  account('rapporteur-1', 'Sylvie Delmotte', COMMITTEE, 'committee_member', 'reports on cases to the committee'),
  account('rapporteur-2', 'Mehdi Lazrak', COMMITTEE, 'committee_member', 'reports on cases to the committee'),
  account('member-1', 'Anne-Laure Pruvost', COMMITTEE, 'committee_member', 'deliberates and votes'),
  account('member-2', 'Thierry Castagnet', COMMITTEE, 'committee_member', 'deliberates and votes'),
  account('member-3', 'Ines Carvalho', COMMITTEE, 'committee_member', 'deliberates and votes'),
  account('authority', 'Bertrand Loiseleur', 'cnil', 'authority_officer', 'authorises or refuses'),
  account('engineer', 'Katell Le Gall', HUB, 'workspace_engineer', 'prepares data and workspaces'),
  account('checker-1', 'Omar Diallo', HUB, 'output_checker', 'checks results before they leave'),
  account('checker-2', 'Julie Wasserman', HUB, 'output_checker', 'checks results before they leave'),
  account('security', 'Fabrice Montel', HUB, 'security_officer', 'suspends and recalls'),
  account('registrar', 'Yann Prigent', HUB, 'opt_out_registrar', 'enters opt-outs and their reversals'),
  account('auditor', 'Marguerite Roussillon', 'cour-des-comptes', 'auditor', 'reads and verifies the audit log'),
  account('admin', 'Luc Andrieux', HUB, 'directory_administrator', 'gives and ends mandates'),
  account(
    'representative',
    'Solène Abgrall',
    'inserm',
    'organisation_representative',
    'gives and confirms the mandates of her own organisation',
  ),
];

export function findDemoAccount(id: string): DemoAccount | undefined {
  return demoAccounts.find((known) => known.id === id);
}

function account(id: string, name: string, organisation: string, role: string, description: string): DemoAccount {
  // A domain that can never exist (RFC 2606): no demonstration ever writes to anybody.
  return { id, name, email: `${id}@${organisation}.example`, organisation, role, description };
}
