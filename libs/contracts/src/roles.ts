/** What a mandate can make of a person. Source: people and bodies of the French and European procedures. */
export const roles = [
  'applicant',
  'data_holder',
  'hub_officer',
  'committee_member',
  'committee_president',
  'body_member',
  'body_president',
  'body_vice_president',
  'authority_officer',
  'workspace_engineer',
  'output_checker',
  'security_officer',
  'opt_out_registrar',
  'auditor',
  'directory_administrator',
  'organisation_representative',
] as const;

export type Role = (typeof roles)[number];
