import { slice } from './case.js';
import { onward } from './onward.js';

/** Whatever the opinion, the applicant chooses whether to go on. */
export const goOnToAuthority = slice({
  name: 'go-on-to-authority',
  by: ['lead'],
  in: ['APPLICANT_CHOICE'],
  decide: (_command: object, { file }, { now }) => [...onward(file.procedure, 'APPLICANT_CHOICE', now).seized],
});
