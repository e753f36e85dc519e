import type { Actor } from '@hub/decider';
import { type Case, isOpened, itemOf, type Opened, reviewCase } from '../case/case.js';
import type { CaseForAgenda, MinutesFacts } from './agenda-facts.js';
import type { MinutesItem } from './minutes.js';
import type { OpenedItem } from './session.js';

/** What of a case its session may know, for this person; nothing where it does not exist for them. */
export function caseForAgenda(state: Case, actor: Actor): CaseForAgenda | undefined {
  if (!isOpened(state) || reviewCase.relations(state, actor).length === 0) return undefined;
  const item = itemOf(state);
  const reported =
    item !== undefined &&
    item.rapporteurs.length > 0 &&
    item.rapporteurs.every((id) => item.reports.some(({ rapporteurId }) => rapporteurId === id));
  return { status: state.status, reported };
}

/** Whether a person may read what was decided on a case: not before they have declared their interests. */
export const readsItsMinutes = (state: Case, actor: Actor): boolean =>
  isOpened(state) &&
  reviewCase.relations(state, actor).some((relation) => ['member', 'officer', 'auditor'].includes(relation));

/** What became of the cases of a session, for its minutes. */
export function minutesFacts(
  cases: readonly { readonly caseId: string; readonly state: Case }[],
  { present, opened }: { readonly present: readonly string[]; readonly opened: Readonly<Record<string, OpenedItem>> },
): MinutesFacts {
  const known = cases.flatMap(({ caseId, state }) => (isOpened(state) ? [{ caseId, state }] : []));
  return {
    items: known.map(({ caseId, state }) => minutesItem(caseId, state, present, opened[caseId])),
    open: known
      .filter(({ caseId, state }) => opened[caseId] && itemOf(state)?.vote.status === 'OPEN')
      .map(({ caseId }) => caseId),
  };
}

function minutesItem(
  caseId: string,
  state: Opened,
  present: readonly string[],
  opened: OpenedItem | undefined,
): MinutesItem {
  const opinion = 'opinion' in state ? state.opinion : undefined;
  return {
    caseId,
    applicationId: state.file.applicationId,
    rapporteurs: itemOf(state)?.rapporteurs ?? [],
    left: opened ? present.filter((id) => !opened.present.includes(id)) : [],
    ...(opened && { vote: { ...opened, tally: opinion?.tally ?? {} } }),
    ...(opened && opinion && { opinion: printable(opinion) }),
  };
}

const printable = ({
  opinion,
  grounds,
  recommendations,
}: NonNullable<Extract<Opened, { opinion: unknown }>['opinion']>) => ({
  opinion,
  ...(grounds && { grounds }),
  ...(recommendations && { recommendations }),
});
