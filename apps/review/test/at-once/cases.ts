import { assignOfficer } from '../../src/case/assign-officer.js';
import { castVote } from '../../src/case/cast-vote.js';
import { changeTrack } from '../../src/case/change-track.js';
import { declareInterest, recuseMember } from '../../src/case/declare-interest.js';
import { extendOpinion } from '../../src/case/extend-time.js';
import { fileRemark } from '../../src/case/file-remark.js';
import { fileReport } from '../../src/case/file-report.js';
import { forgoAssessment } from '../../src/case/forgo-assessment.js';
import { goOnToAuthority } from '../../src/case/go-on-to-authority.js';
import { callHearing, holdHearing } from '../../src/case/hearing.js';
import { issueOpinion } from '../../src/case/issue-opinion.js';
import { nameRapporteurs } from '../../src/case/name-rapporteurs.js';
import { openVote, reopenVote } from '../../src/case/open-vote.js';
import { proposeDecision } from '../../src/case/propose-decision.js';
import { recordCompleteness } from '../../src/case/record-completeness.js';
import { redirect } from '../../src/case/redirect.js';
import { rejectIncomplete } from '../../src/case/reject-incomplete.js';
import { requestInformation } from '../../src/case/request-information.js';
import { estimateFees } from '../../src/decision/estimate-fees.js';
import { grounds, type Who } from '../review-under-test.js';
import type { GivenByTwo } from './given-by-two.js';
import { hearing, presidents, rapporteurs, reasons, remarks, voters } from './standings.js';

const officers = ['officer', 'officer-2'] as const;

/** On a case until it lies before the authority. */
export const onCases: readonly GivenByTwo[] = [
  [assignOfficer, officers, 'officer', (officerId: Who) => ({ officerId }), (at) => at.screening()],
  [requestInformation, officers, 'information-requests', { remarks }, (at) => at.screening()],
  [recordCompleteness, officers, 'completeness', {}, (at) => at.screening()],
  [rejectIncomplete, officers, 'rejection', { reasons }, (at) => at.answered()],
  [redirect, officers, 'redirection', { procedure: 'EU_ACCESS', reasons }, (at) => at.screening()],
  [changeTrack, officers, 'track', { track: 'EU_ACCELERATED', reasons }, (at) => at.european()],
  [estimateFees, officers, 'fees', { publicBody: true }, (at) => at.european()],
  [proposeDecision, ['holder', 'holder-2'], 'proposals', { proposal: 'GRANT', reasons }, (at) => at.holder()],
  [forgoAssessment, officers, 'proposals/forgone', { reason: reasons }, (at) => at.holdersLate()],
  [declareInterest, voters, 'interests', { interest: false }, (at) => at.committee()],
  [recuseMember, presidents, 'recusals', { memberId: 'reader-24' }, (at) => at.tied()],
  [nameRapporteurs, presidents, 'rapporteurs', { rapporteurs }, (at) => at.cleared()],
  [fileReport, rapporteurs, 'reports', { text: 'Read.', proposal: 'FAVOURABLE' }, (at) => at.named()],
  [fileRemark, ['holder', 'holder-2'], 'remarks', { text: 'A large table.' }, (at) => at.committee()],
  [callHearing, presidents, 'hearings', hearing, (at) => at.committee()],
  [holdHearing, presidents, 'hearings/summary', { summary: 'Heard.' }, (at) => at.hearingCalled()],
  [openVote, presidents, 'vote', { present: voters }, (at) => at.reported()],
  [reopenVote, presidents, 'vote/reopening', { present: [...presidents, 'member-2'] }, (at) => at.quorumLost()],
  [castVote, ['member-1', 'member-1'], 'votes', { vote: 'FAVOURABLE' }, (at) => at.vote()],
  [issueOpinion, presidents, 'opinion', { grounds }, (at) => at.voted()],
  [extendOpinion, presidents, 'opinion/extension', { reason: reasons }, (at) => at.committee()],
  [goOnToAuthority, ['claire', 'claire'], 'authority', {}, (at) => at.choice()],
];
