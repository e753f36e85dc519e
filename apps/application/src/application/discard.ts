import { slice } from './application.js';

/** The project lead discards a draft. */
export const discard = slice({
  name: 'discard',
  by: ['lead'],
  in: ['DRAFT'],
  decide: (_command: object) => [{ type: 'deleted' }],
});
