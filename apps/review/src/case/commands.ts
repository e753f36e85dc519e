import type { AnySlice } from '@hub/decider';
import type { Silence } from '@hub/procedures';
import { acceptDecision, declineDecision, withdrawBySilence } from '../decision/answer-decision.js';
import { appealDecision, ruleOnDecisionAppeal } from '../decision/appeal-decision.js';
import { deliverStatistics } from '../decision/deliver-statistics.js';
import { estimateFees } from '../decision/estimate-fees.js';
import { recordFinding, recordHoldersFinding } from '../finding/record-finding.js';
import { flagSensitive, liftFlag } from '../sensitivity/flag-sensitive.js';
import { lockCase, unlockCase } from '../sensitivity/lock-case.js';
import { assignOfficer } from './assign-officer.js';
import { castVote } from './cast-vote.js';
import { changeTrack } from './change-track.js';
import { closeByWithdrawal } from './close-by-withdrawal.js';
import { authorise, decideBySilence, refuseAuthorisation } from './decide.js';
import { declareInterest, recuseMember } from './declare-interest.js';
import { extendOpinion, renewAuthorityTime } from './extend-time.js';
import { fileRemark } from './file-remark.js';
import { fileReport } from './file-report.js';
import { followLead } from './follow-lead.js';
import { forgoAssessment } from './forgo-assessment.js';
import { goOnToAuthority } from './go-on-to-authority.js';
import { callHearing, holdHearing } from './hearing.js';
import { issueOpinion, opineTacitly } from './issue-opinion.js';
import { missLimit } from './miss-limit.js';
import { nameRapporteurs } from './name-rapporteurs.js';
import { openCase } from './open-case.js';
import { openVote, reopenVote } from './open-vote.js';
import { proposeDecision } from './propose-decision.js';
import { receiveInformation } from './receive-information.js';
import { recordCompleteness } from './record-completeness.js';
import { redirect } from './redirect.js';
import { rejectAfterSilence, rejectIncomplete } from './reject-incomplete.js';
import { remind } from './remind.js';
import { requestInformation, requestInformationForDecision } from './request-information.js';

/** Every command of a case. One that is not listed here is offered to nobody. */
export const commands = [
  openCase,
  assignOfficer,
  requestInformation,
  requestInformationForDecision,
  receiveInformation,
  recordCompleteness,
  rejectIncomplete,
  redirect,
  changeTrack,
  proposeDecision,
  forgoAssessment,
  recordFinding,
  recordHoldersFinding,
  declareInterest,
  recuseMember,
  nameRapporteurs,
  fileReport,
  fileRemark,
  callHearing,
  holdHearing,
  openVote,
  reopenVote,
  castVote,
  issueOpinion,
  extendOpinion,
  goOnToAuthority,
  authorise,
  refuseAuthorisation,
  renewAuthorityTime,
  estimateFees,
  acceptDecision,
  declineDecision,
  appealDecision,
  ruleOnDecisionAppeal,
  deliverStatistics,
  flagSensitive,
  liftFlag,
  lockCase,
  unlockCase,
  closeByWithdrawal,
  followLead,
  missLimit,
  remind,
  rejectAfterSilence,
  opineTacitly,
  decideBySilence,
  withdrawBySilence,
] as const;

/** What the end of a clock orders, by what its procedure says of silence; nothing where nothing follows. */
export const whenSilent: Readonly<Partial<Record<Silence, AnySlice>>> = {
  OVERDUE: missLimit,
  REJECTED_INCOMPLETE: rejectAfterSilence,
  TACIT_FAVOURABLE: opineTacitly,
  AUTHORISED_IF_EXPRESSLY_FAVOURABLE: decideBySilence,
  WITHDRAWN: withdrawBySilence,
};
