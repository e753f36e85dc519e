import { type Actor, isRefusal } from '@hub/decider';
import type { CaseEvent } from './case.events.js';
import {
  anne,
  at,
  auditor,
  claire,
  complete,
  declares,
  given,
  justAfter,
  lastInstant,
  officer,
  opened,
  person,
  stateAfter,
} from './case.fixture.js';
import { relationsOf } from './case.js';
import { published } from './case.published.js';
import { viewOf } from './case.view.js';
import { fileRemark } from './file-remark.js';
import { recordCompleteness } from './record-completeness.js';

const cnam = person('helene', 'cnam', 'data_holder');
const chu = person('paul', 'chu', 'data_holder');
const cepidc = person('zoe', 'cepidc', 'data_holder');
const held = { ...opened, holderIds: ['cnam', 'chu', 'inserm'] } as CaseEvent;
const found = given(held).when(recordCompleteness, { urgent: false }, { actor: officer }).outcome;
if (isRefusal(found)) throw new Error(found.refused);
const before = [held, ...found];
const due = '2026-03-12T22:59:59.999Z'; // ten days of Paris after 2 March
const remarked: CaseEvent = {
  type: 'holder-remarked',
  at,
  holderId: 'cnam',
  remarkedBy: 'helene',
  text: 'La table est volumineuse.',
};
const command = { text: 'La table est volumineuse.' };
const seen = (actor: Actor, ...events: CaseEvent[]) =>
  viewOf(stateAfter(...before, ...events), actor, { id: 'c', version: 1, now: new Date(at), allowed: [] }) as Record<
    string,
    any
  >;

describe('file-remark', () => {
  it('is announced with the case to whom it is for, and to nobody before it has come to them', () => {
    const told = (event: CaseEvent, ...past: CaseEvent[]) => published(event, stateAfter(...past, event), 'c').data;
    expect(told(found[0] as CaseEvent, held)).toMatchObject({ holderIds: ['cnam', 'chu', 'inserm'] });
    expect(told(held)).not.toHaveProperty('holderIds');
    expect(told(complete, opened)).not.toHaveProperty('holderIds');
  });
  it('is given ten days with the committee’s review, where somebody is known to hold the data', () => {
    expect(stateAfter(...before).file.clocks.HOLDER_REMARKS).toBeDefined();
    given(opened).when(recordCompleteness, { urgent: false }, { actor: officer }).then(complete);
    given(...before)
      .when(fileRemark, command, { actor: cnam, now: lastInstant(due) })
      .leadsTo(() => {});
    given(...before)
      .when(fileRemark, command, { actor: cnam, now: justAfter(due) })
      .refused('time-is-up', { dueAt: due });
  });
  it('is one remark of each organisation that holds data asked for', () => {
    given(...before)
      .when(fileRemark, command, { actor: cnam })
      .then(remarked);
    given(...before, remarked)
      .when(fileRemark, command, { actor: cnam })
      .refused('remarked-already');
    given(...before, remarked)
      .when(fileRemark, command, { actor: chu })
      .leadsTo(() => {});
    given(...before)
      .when(fileRemark, command, { actor: cepidc })
      .refused('not-found');
    for (const actor of [claire, officer])
      given(...before)
        .when(fileRemark, command, { actor })
        .refused('forbidden');
  });
  it('is not asked before the committee has the file, nor of the applicant’s own organisation', () => {
    given(held).when(fileRemark, command, { actor: cnam }).refused('not-found');
    expect(relationsOf(stateAfter(...before), person('jean', 'inserm', 'data_holder'))).toEqual([]);
  });
  it('is read by the committee, the officer, the auditor and the holder itself; by no other holder nor the team', () => {
    for (const who of [officer, auditor])
      expect(seen(who, remarked).holderRemarks).toMatchObject([{ holderId: 'cnam' }]);
    expect(seen(anne, declares(anne), remarked).holderRemarks).toMatchObject([command]);
    expect(seen(cnam, remarked)).toMatchObject({ holderRemarks: [command], clocks: [{ name: 'HOLDER_REMARKS' }] });
    expect(seen(chu, remarked).holderRemarks).toEqual([]);
    expect(JSON.stringify(seen(claire, remarked))).not.toContain('volumineuse');
    for (const key of ['committee', 'opinion', 'informationRequests', 'checklist'])
      expect(seen(cnam, remarked)).not.toHaveProperty(key);
    const told = JSON.stringify(published(remarked, stateAfter(...before), 'c'));
    expect(told).not.toMatch(/volumineuse|helene/);
    expect(told).toContain('cnam');
  });
});
