import { applicationRules, applicationSilences } from './application-rules.js';
import { committeeRules } from './committee-rules.js';
import { decisionRules } from './decision-rules.js';
import { exportRules, exportSilences } from './export-rules.js';
import { houseSilences, mandateRules } from './mandate-rules.js';
import { permitRules } from './permit-rules.js';
import { registerRules } from './register-rules.js';
import { messageRules, reminderRules } from './reminder-rules.js';
import { resultRules, resultSilences } from './result-rules.js';
import { reviewRules, reviewSilences } from './review-rules.js';
import type { Rule, Silent } from './rule.js';
import { sensitivityRules, sensitivitySilences } from './sensitivity-rules.js';
import { sessionRules, sessionSilences } from './session-rules.js';
import { workspaceRules, workspaceSilences } from './workspace-rules.js';

/** Who is told of what, and in which words: the whole of it. */
export const rules: readonly Rule[] = [
  ...applicationRules,
  ...reviewRules,
  ...committeeRules,
  ...sensitivityRules,
  ...sessionRules,
  ...decisionRules,
  ...reminderRules,
  ...messageRules,
  ...permitRules,
  ...resultRules,
  ...registerRules,
  ...workspaceRules,
  ...exportRules,
  ...mandateRules,
];

/** Every event of which nobody is told, with the reason. */
export const silences: readonly Silent[] = [
  ...applicationSilences,
  ...reviewSilences,
  ...sensitivitySilences,
  ...sessionSilences,
  ...resultSilences,
  ...workspaceSilences,
  ...exportSilences,
  ...houseSilences,
];

export const rulesOf = (type: string): readonly Rule[] => rules.filter(({ event }) => event === type);
