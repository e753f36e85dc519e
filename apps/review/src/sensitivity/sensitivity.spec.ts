import type { Actor } from '@hub/decider';
import {
  anne,
  at,
  auditor,
  authority,
  beforeTheAuthority,
  claire,
  david,
  given,
  officer,
  opened,
  stateAfter,
} from '../case/case.fixture.js';
import type { Opened } from '../case/case.js';
import { published } from '../case/case.published.js';
import { viewOf } from '../case/case.view.js';
import { copyRefused } from './copy-refused.js';
import { flagSensitive, liftFlag } from './flag-sensitive.js';
import { lockCase, unlockCase } from './lock-case.js';
import { sensitivityGrounds } from './sensitivity.js';

const reasons = 'A formula of the sponsor stands in the protocol.';
const flagged = { type: 'flagged-sensitive', at, by: 'officer', ground: 'TRADE_SECRET', reasons } as const;
const locked = { type: 'locked', at, by: 'officer', reasons } as const;
const seen = (state: Opened, actor: Actor) =>
  viewOf(state, actor, { id: 'c', version: 1, now: new Date(0), allowed: [] }) as Record<string, unknown>;

describe('flag-sensitive', () => {
  it.each(sensitivityGrounds)('names the ground %s, with reasons [R7.2.8]', (ground) => {
    given(opened)
      .when(flagSensitive, { ground, reasons }, { actor: officer })
      .then({ ...flagged, ground });
  });
  it('is the officers’, of the hub and of the authority once the case came to it', () => {
    const command = { ground: 'TRADE_SECRET', reasons } as const;
    given(opened).when(flagSensitive, command, { actor: claire }).refused('forbidden');
    given(opened).when(flagSensitive, command, { actor: authority }).refused('not-found');
    given(...beforeTheAuthority())
      .when(flagSensitive, command, { actor: authority })
      .then({ ...flagged, by: 'authority' });
  });
  it('stands once, until it is lifted with reasons', () => {
    given(opened, flagged)
      .when(flagSensitive, { ground: 'INTELLECTUAL_PROPERTY', reasons }, { actor: officer })
      .refused('flagged-already', { ground: 'TRADE_SECRET' });
    given(opened, flagged)
      .when(liftFlag, { reasons: 'Published.' }, { actor: officer })
      .then({ type: 'flag-lifted', at, by: 'officer', reasons: 'Published.' });
    given(opened).when(liftFlag, { reasons }, { actor: officer }).refused('not-flagged');
  });
  it('shows on the case to staff and not to the team', () => {
    const state = stateAfter(...beforeTheAuthority(), flagged);
    const { type: _type, ...sensitivity } = flagged;
    for (const who of [officer, authority, auditor, anne]) expect(seen(state, who)).toMatchObject({ sensitivity });
    for (const who of [claire, david]) expect(seen(state, who)).not.toHaveProperty('sensitivity');
    const lifted = stateAfter(opened, flagged, { type: 'flag-lifted', at, by: 'officer', reasons });
    expect(seen(lifted, officer)).not.toHaveProperty('sensitivity');
  });
});

describe('a locked case', () => {
  it('gives no copy of itself until it is unlocked [R7.2.9]', () => {
    expect(copyRefused(stateAfter(opened))).toBeUndefined();
    expect(copyRefused(stateAfter(opened, locked))).toMatchObject({ refused: 'case-locked' });
    const unlocked = { type: 'unlocked', at, by: 'officer', reasons } as const;
    expect(copyRefused(stateAfter(opened, locked, unlocked))).toBeUndefined();
  });
  it('is locked and unlocked by officers, with reasons, once', () => {
    given(opened).when(lockCase, { reasons }, { actor: officer }).then(locked);
    given(opened).when(lockCase, { reasons }, { actor: claire }).refused('forbidden');
    given(opened, locked).when(lockCase, { reasons }, { actor: officer }).refused('locked-already');
    given(opened, locked)
      .when(unlockCase, { reasons }, { actor: officer })
      .then({ ...locked, type: 'unlocked' });
    given(opened).when(unlockCase, { reasons }, { actor: officer }).refused('not-locked');
  });
  it('says so to everybody who reads it, and why to staff', () => {
    const state = stateAfter(opened, locked);
    expect(seen(state, officer)).toMatchObject({ lock: { at, by: 'officer', reasons } });
    expect(seen(state, claire)).toMatchObject({ lock: { at } });
    expect(JSON.stringify(seen(state, claire))).not.toContain('formula');
  });
  it('tells others that it is, and neither by whom nor why', () => {
    for (const event of [flagged, locked])
      expect(published(event, stateAfter(opened, event), 'c').data).toEqual({ caseId: 'c', applicationId: 'app-1' });
  });
});
