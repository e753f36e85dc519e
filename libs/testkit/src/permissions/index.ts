export { everybody, type People } from './everybody.js';
export { permissionsKept } from './kept.js';
export { type Permissions, partsOf, permissionsOf } from './table.js';
export { type Histories, type Outcome, scenesOf, type Trial, trialsOf } from './trial.js';
