import { amendOrganisation } from './amend-organisation.js';
import { closeOrganisation } from './close-organisation.js';
import { composeOrganisation } from './compose-organisation.js';
import { registerOrganisation } from './register-organisation.js';

/** Every command on an organisation: what is not listed is offered to nobody. */
export const organisationCommands = [registerOrganisation, amendOrganisation, composeOrganisation, closeOrganisation];
