import type { Form } from '../form.js';
import type { FormAddition } from '../forms.js';
import { commonAccessForm1 } from './common-access-form-1.js';
import { commonAccessForm2 } from './common-access-form-2.js';
import { commonRequestForm1 } from './common-request-form-1.js';
import { conformityCommitment1 } from './conformity-commitment-1.js';
import { frenchAttachments1 } from './french-attachments-1.js';
import { partiesAndUse1 } from './parties-and-use-1.js';

/** Every version that an application may be under. One is never changed and never removed. */
export const declaredForms: readonly Form[] = [
  commonAccessForm1,
  commonAccessForm2,
  commonRequestForm1,
  conformityCommitment1,
];

export const declaredAdditions: readonly FormAddition[] = [frenchAttachments1, partiesAndUse1];
