import { isOverdue, openPause } from '@hub/clock';
import { type Actor, actorId } from '@hub/decider';
import { clockOf, isInternal, type Procedure } from '@hub/procedures';
import { dueInstant, entries } from '../clocks/running.js';
import { whatSilenceDoes } from '../clocks/silence.js';
import { findingsForStaff, groundsOf } from '../finding/finding.js';
import type { Conflicts } from '../interests/conflicts.js';

import { type Assessment, type CaseFile, type Decision, itemOf, type Opened, relationsOf } from './case.js';
import { type Item, stageOf } from './item.js';
import type { CaseRelation } from './relations.js';
import { holderIsUnknown } from './unknown-holder.js';

export interface Beside {
  readonly id: string;
  readonly version: number;
  readonly now: Date;
  readonly allowed: readonly string[];
  readonly permitId?: string | undefined;
  /** Members whose published declaration names the project. */
  readonly conflicts?: Conflicts;
}

/** What a case shows to this actor, by what they are to it. */
export function viewOf(state: Opened, actor: Actor, { now, permitId, conflicts = {}, ...beside }: Beside) {
  const you = relationsOf(state, actor);
  const { file } = state;
  const head = {
    ...beside,
    status: state.status,
    you,
    applicationId: file.applicationId,
    organisationId: file.organisationId,
  };
  const item = itemOf(state);
  if (you.every((relation) => relation === 'undeclared' || relation === 'consulted')) {
    const own = conflicts[actorId(actor)];
    const consulted = item && you.includes('consulted') ? consultedView(file, item, actor, now) : {};
    return { ...head, ...enoughToDeclare(file), ...(own && { declaredElsewhere: own }), ...consulted };
  }
  return {
    ...head,
    ...contentOf(file, now, you),
    ...(item &&
      you.some(readsTheItem) && {
        committee: { ...committeeView(item, state, actor), ...conflictsFor(you, conflicts) },
      }),
    ...(item && you.some(readsRemarks) && { holderRemarks: item.remarks }),
    ...(item && item.hearings.length > 0 && { hearings: hearingsFor(you, item) }),
    ...('opinion' in state && state.opinion && { opinion: state.opinion }),
    ...('assessments' in state && state.assessments && { assessments: state.assessments.map(assessmentView) }),
    ...(state.status === 'REDIRECTED' && { redirection: state.redirection }),
    ...(file.sensitivity && you.some(isStaff) && { sensitivity: file.sensitivity }),
    ...(file.lock && { lock: you.some(isStaff) ? file.lock : { at: file.lock.at } }),
    ...(file.procedure.criteria && you.some(readsFindings) && { findings: findingsForStaff(file) }),
    ...('decision' in state && { decision: decisionView(state.decision, file.procedure) }),
    ...('appeal' in state && state.appeal && { appeal: state.appeal }),
    ...('statistics' in state && { statistics: state.statistics }),
    ...(file.fees && { fees: file.fees }),
    ...(state.status === 'REJECTED_INCOMPLETE' && { rejection: { silent: state.silent, reasons: state.reasons } }),
    ...(you.includes('officer') && holderIsUnknown(file) && { holderUnknown: true }),
    ...(permitId && { permitId }),
  };
}

/** Who, for whom, on which data: what a member must know to tell whether they have an interest, and no more. */
const enoughToDeclare = ({ leadId, team, scope }: CaseFile) => ({
  leadId,
  team,
  datasets: scope.datasets.map(({ datasetId }) => datasetId),
});

/** What a holder must know to remark on an application for its data, and what its organisation has said: no more. */
function consultedView(file: CaseFile, { remarks }: Item, actor: Actor, now: Date) {
  const own = remarks.filter(({ holderId }) => actor.kind === 'person' && holderId === actor.organisation);
  const clocks = clocksOf(file, now).filter(({ name }) => name === 'HOLDER_REMARKS');
  return { scope: file.scope, purposes: file.purposes, clocks, holderRemarks: own };
}

function contentOf(file: CaseFile, now: Date, you: readonly CaseRelation[]) {
  const clocks = clocksOf(file, now).filter(({ name }) => !isInternal(name) || !you.some(isOutside));
  const { procedure: under, leadId, team, scope, purposes, openedAt, officerId, urgent, requests } = file;
  return {
    procedure: { id: under.id, version: under.version, title: under.title },
    leadId,
    team,
    scope,
    purposes,
    openedAt,
    officerId,
    urgent,
    ...(file.moves && { moves: file.moves }),
    informationRequests: requests,
    checklist: checklistOf(file),
    clocks,
  };
}

/** The limits that a body sets itself are no promise to the applicant, nor to the holder. */
const isOutside = (relation: CaseRelation): boolean => ['lead', 'team', 'holder'].includes(relation);

/** What the hub looks at, and what it found. */
const checklistOf = ({ procedure, checklist = [] }: CaseFile) =>
  procedure.checklist.map((point) => {
    const found = checklist.find(({ key }) => key === point.key);
    return { ...point, outcome: found?.outcome ?? null, remark: found?.remark ?? null };
  });

/** The organisation speaks, not the person. */
const assessmentView = ({ proposedBy: _person, ...assessment }: Assessment) => assessment;

/** What runs since when, until when, and what happens then. */
export function clocksOf({ clocks, procedure }: CaseFile, now: Date) {
  return entries(clocks).map(([name, clock]) => ({
    name,
    party: clockOf(procedure, name).party,
    startedAt: clock.startedAt,
    dueAt: dueInstant(clocks, name) ?? null,
    pausedSince: openPause(clock)?.from ?? null,
    overdue: isOverdue(clock, now),
    onSilence: clockOf(procedure, name).onSilence,
    then: whatSilenceDoes[clockOf(procedure, name).onSilence],
    extended: clock.extensions.length > 0,
  }));
}

/** Those who handle the case for the hub, the committee or the authority, and the auditor. */
const isStaff = (relation: CaseRelation): boolean =>
  relation === 'officer' || relation === 'authority' || readsTheItem(relation);

/** Those who assess and the auditor; the applicant reads what the decision rests on, once it is there. */
const readsFindings = (relation: CaseRelation): boolean =>
  relation === 'officer' || relation === 'authority' || relation === 'holder' || relation === 'auditor';

const decisionView = ({ findings, ...decision }: Decision, procedure: Procedure) => ({
  ...decision,
  ...(findings && { findings: groundsOf(procedure, findings) }),
});

/** The committee, the officer and the auditor read what the holders say; the team and other holders do not. */
const readsRemarks = (relation: CaseRelation): boolean => relation === 'officer' || readsTheItem(relation);

/** The item is the committee's own; the auditor reads it as well. */
const readsTheItem = (relation: CaseRelation): boolean => relation === 'member' || relation === 'auditor';

function committeeView(item: Item, state: Opened, actor: Actor) {
  const { declarations, rapporteurs, reports, vote } = item;
  return {
    declarations: Object.entries(declarations).map(([memberId, { interest }]) => ({ memberId, recused: interest })),
    stage: stageOf(item),
    rapporteurs,
    reports,
    vote: voteView(vote, state, actor),
  };
}

/** Who has voted is seen by all; how, only by those who have voted themselves, until the opinion is there. */
function voteView(vote: Item['vote'], state: Opened, actor: Actor) {
  if (vote.status === 'NOT_OPENED') return { status: vote.status };
  const { votes, ...frozen } = vote;
  const hasOpinion = 'opinion' in state && state.opinion !== undefined;
  const hidden = !hasOpinion && !(actorId(actor) in votes);
  return { ...frozen, voted: Object.keys(votes), ...(!hidden && { votes }) };
}

/** Whether the actor sees a conflict: their own before they declare, or everybody's. */
export const showsConflicts = (state: Opened, actor: Actor): boolean =>
  relationsOf(state, actor).some((relation) => relation === 'undeclared' || readsConflicts(relation));

/** The president sees beside each member what they have declared in public; the auditor as well. */
const readsConflicts = (relation: CaseRelation): boolean => relation === 'president' || relation === 'auditor';

const conflictsFor = (you: readonly CaseRelation[], conflicts: Conflicts) =>
  you.some(readsConflicts)
    ? { conflicts: Object.entries(conflicts).map(([memberId, entries]) => ({ memberId, entries })) }
    : {};

/** The team reads when it is invited and what it is asked; what was said, the committee. */
const hearingsFor = (you: readonly CaseRelation[], { hearings }: Item) =>
  you.some(readsTheItem) ? hearings : hearings.map(({ summary: _committees, ...invitation }) => invitation);
