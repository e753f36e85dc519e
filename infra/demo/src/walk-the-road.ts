import type { Source } from './data/source.js';
import type { Narrator } from './narrator.js';
import { apply } from './road/apply.js';
import { exportResults } from './road/export.js';
import { follow } from './road/follow.js';
import { optOut, optOutsLookedUp } from './road/opt-outs.js';
import { peopleOf } from './road/people.js';
import { publish } from './road/publish.js';
import { review } from './road/review.js';
import { work } from './road/work.js';

export interface RunningHub {
  readonly gateway: string;
  readonly issuer: string;
}

/** The main job once, as its people would do it, through the public API only. Answers the released file. */
export async function walkTheRoad(
  hub: RunningHub,
  source: Source,
  tell: Narrator,
): Promise<{ applicationId: string; caseId: string; permitId: string; workspaceId: string; released: string }> {
  const people = peopleOf(hub.gateway, hub.issuer);
  const ids = await publish(people, tell, source);
  const { study } = source;
  const dataset = source.datasets.find(({ identifier }) => identifier === study.dataset);
  const datasetId = ids.get(study.dataset);
  if (!dataset || !datasetId) throw new Error(`the study’s dataset ${study.dataset} was not published`);
  const applicationId = await apply(people, tell, study, datasetId);
  await optOut(people, tell, study);
  const { caseId, permitId } = await review(people, tell, applicationId);
  const results = await work(people, tell, study, dataset, { datasetId, applicationId });
  await optOutsLookedUp(people, tell, study, { permitId, workspaceId: results.workspaceId });
  const released = await exportResults(people, tell, results);
  await follow(people, tell, hub, applicationId);
  return { applicationId, caseId, permitId, workspaceId: results.workspaceId, released };
}
