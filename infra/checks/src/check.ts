import { asyncApiDocument } from './asyncapi/check-asyncapi.js';
import { contractCompatibility } from './contracts/check-contracts.js';
import { dependencyRules } from './dependency-rules/check-dependencies.js';
import { dependenciesPage } from './documents/check-dependencies-page.js';
import { environmentTable } from './documents/check-environment.js';
import { requirements } from './documents/check-requirements.js';
import { keycloakRealm } from './documents/keycloak-realm.js';
import { forbiddenText } from './forbidden-text/check-text.js';
import { formatAndLint } from './format/biome.js';
import { types } from './format/types.js';
import { permissionTables } from './permissions/check-permissions.js';
import { runSteps } from './run/step.js';
import { repository } from './workspace/packages.js';

/** `npm run check [-- --write]`: everything that can be said of the code without running it. */
const steps = [
  formatAndLint(repository),
  types(repository),
  dependencyRules(repository),
  contractCompatibility(repository),
  permissionTables(repository),
  asyncApiDocument(repository),
  environmentTable(repository),
  dependenciesPage(repository),
  requirements(repository),
  keycloakRealm(repository),
  forbiddenText(repository),
];

const results = await runSteps(steps, { write: process.argv.includes('--write') }, (line) => console.log(line));
const failed = results.filter(({ findings }) => findings.length > 0);
console.log(failed.length === 0 ? 'all checks passed' : `${failed.length} of ${results.length} checks failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
