import { attachFile } from '../attachment/attach-file.js';
import { removeFile } from '../attachment/remove-file.js';
import { acceptInvitation } from '../team/accept-invitation.js';
import { handOverLead } from '../team/hand-over-lead.js';
import { inviteByLink } from '../team/invite-by-link.js';
import { recallInvitation } from '../team/recall-invitation.js';
import { chooseBasket } from './choose-basket.js';
import { draftFrom } from './copy.js';
import { discard } from './discard.js';
import { draft } from './draft.js';
import { expireDraft, noticeExpiry } from './expire.js';
import { admitReviewer, awaitInformation, followStatus, followTrack, recuseReviewer } from './follow-review.js';
import { invite } from './invite.js';
import { join } from './join.js';
import { leave } from './leave.js';
import { provideInformation } from './provide-information.js';
import { saveAnswers } from './save-answers.js';
import { submit } from './submit.js';
import { withdraw } from './withdraw.js';

/** Every command of an application. One that is not listed here is offered to nobody. */
export const commands = [
  draft,
  draftFrom,
  saveAnswers,
  chooseBasket,
  attachFile,
  removeFile,
  invite,
  join,
  leave,
  inviteByLink,
  recallInvitation,
  acceptInvitation,
  handOverLead,
  submit,
  provideInformation,
  withdraw,
  discard,
  noticeExpiry,
  expireDraft,
  followStatus,
  followTrack,
  awaitInformation,
  admitReviewer,
  recuseReviewer,
] as const;
