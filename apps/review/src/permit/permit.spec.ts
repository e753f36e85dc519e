import { fold, tell } from '@hub/decider';
import { auditor, authority, claire, david, engineer, eve, officer, review, team } from '../case/case.fixture.js';
import { amendTeam } from './amend-team.js';
import { commands } from './commands.js';
import { expire } from './expire.js';
import { grant } from './grant.js';
import type { PermitEvent } from './permit.events.js';
import { baseId, content, granted, key, sealing, security } from './permit.fixture.js';
import { type Issued, type Permit, permit } from './permit.js';
import { verificationOf, viewOf } from './permit.view.js';
import { baseIdFor, baseIdOf, partsOf } from './permit-id.js';
import { revoke } from './revoke.js';
import { canonicalBytes, fingerprintOf } from './seal.js';
import { verifyPermit } from './verify-permit.js';

const { given } = tell(permit, commands);
const zoe = { personId: 'zoe', organisationId: 'chu', role: 'member' as const };
const reason = 'A new statistician.';
const stateAfter = (...events: PermitEvent[]) => fold<Permit, PermitEvent>(permit as never, events).state as Issued;
const amended = (command: { add?: (typeof zoe)[]; remove?: string[] }) =>
  given(granted).when(amendTeam, { add: [], remove: [], reason, ...command }, { actor: officer, ...sealing });

describe('grant', () => {
  it('signs exactly what was authorised', () => {
    given()
      .when(grant, { baseId, content }, { actor: review, ...sealing })
      .then(granted);
  });
  it('keeps each item of article 68(10) in a field of its own, and an older permit as it was signed [R7.3.2]', () => {
    const categories = [{ datasetId: 'snds-dcir', categories: ['HRAD'] }];
    const use = { commercial: false, diseases: ['MONDO:0005148'] };
    const optOut = { asAt: '2026-03-02T09:00:00.000Z', exception: true, reasons: 'A rare disease.' };
    given()
      .when(
        grant,
        { baseId, content: { ...content, categories, use, optOut, tools: ['R'] } },
        { actor: review, ...sealing },
      )
      .leadsTo((state) => {
        const [signed] = (state as Issued).versions;
        expect(signed?.document).toMatchObject({ data: { categories }, use, optOut, workspaceTools: ['R'] });
        expect(verifyPermit(signed, key.pem)).toMatchObject({ genuine: true });
      });
    if (granted.type !== 'granted') throw new Error('the story begins with a permit');
    expect(fingerprintOf(granted.signed.document)).toBe(
      '9a920bd078f5863a33fe383cfce3083b425201acb481595d1abea66b0f047d20',
    );
  });
  it('is the service’s own act, once under a number', () => {
    given()
      .when(grant, { baseId, content }, { actor: officer, ...sealing })
      .refused('forbidden');
    given(granted)
      .when(grant, { baseId, content }, { actor: review, ...sealing })
      .refused('not-allowed-now');
  });
});

describe('amend-team', () => {
  it('makes a new signed version that replaces the one before', () => {
    amended({ add: [zoe], remove: ['david'] }).leadsTo((state) => {
      const { versions, content: now } = state as Issued;
      expect(now.team.map(({ personId }) => personId)).toEqual(['claire', 'zoe']);
      expect(versions.map(({ document }) => [document.id, document.replaces])).toEqual([
        [`${baseId}-v1`, null],
        [`${baseId}-v2`, `${baseId}-v1`],
      ]);
      for (const signed of versions) expect(verifyPermit(signed, key.pem)).toMatchObject({ genuine: true });
    });
  });
  it('names each wrong person and keeps exactly one lead', () => {
    amended({}).refused('nothing-to-amend');
    amended({ remove: ['zoe'] }).refused('not-in-permit', { persons: ['zoe'] });
    amended({ add: [{ ...zoe, personId: 'david' }] }).refused('already-in-permit', { persons: ['david'] });
    amended({ remove: ['claire'] }).refused('exactly-one-lead', { leads: 0 });
  });
  it('takes a person’s sight of the permit with their name', () => {
    const { outcome } = amended({ remove: ['david'] });
    expect(permit.relations(stateAfter(granted), david)).toEqual(['team']);
    expect(permit.relations(stateAfter(granted, ...(outcome as PermitEvent[])), david)).toEqual([]);
  });
});

describe('revoke and expire', () => {
  const revoked: PermitEvent = { type: 'revoked', at: '2026-03-02T09:00:00.000Z', by: 'authority', reasons: 'Misuse.' };
  it('revokes by the authority, with reasons, and for good', () => {
    given(granted).when(revoke, { reasons: 'Misuse.' }, { actor: authority }).then(revoked);
    given(granted)
      .when(revoke, { reasons: 'Misuse.' }, { actor: officer })
      .refused('forbidden', { by: ['authority'] });
    given(granted, revoked)
      .when(amendTeam, { add: [zoe], remove: [], reason }, { actor: officer, ...sealing })
      .refused('not-allowed-now');
  });
  it('expires after the last Paris day, not a millisecond before', () => {
    given(granted)
      .when(expire, {}, { actor: review, now: new Date('2026-08-31T21:59:59.999Z') })
      .refused('still-valid');
    given(granted)
      .when(expire, {}, { actor: review, now: new Date('2026-08-31T22:00:00.000Z') })
      .then({ type: 'expired', at: '2026-08-31T22:00:00.000Z' });
  });
});

describe('a permit exists', () => {
  it('for those named and those who work with it', () => {
    const state = stateAfter(granted);
    const those = [claire, david, officer, authority, engineer, auditor].map((who) => permit.relations(state, who));
    expect(those).toEqual([['lead'], ['team'], ['officer'], ['authority'], ['engineer'], ['auditor']]);
    for (const who of [eve, security]) expect(permit.relations(state, who)).toEqual([]);
  });
});

describe('verification', () => {
  const now = new Date('2026-04-01T00:00:00Z');
  const two = stateAfter(granted, ...(amended({ add: [zoe] }).outcome as PermitEvent[]));
  const statuses = (state: Issued, at = now) =>
    [`${baseId}-v1`, `${baseId}-v2`, baseId].map((id) => verificationOf(id, state, at)?.status);

  it('tells the version in force from those it replaced', () => {
    expect(statuses(two)).toEqual(['SUPERSEDED', 'VALID', 'VALID']);
    expect(verificationOf(`${baseId}-v3`, two, now)).toBeUndefined();
  });
  it('tells what was revoked or has expired, before any worker records it', () => {
    expect(statuses({ ...two, status: 'REVOKED', revokedAt: '', reasons: '' })).toEqual([
      'REVOKED',
      'REVOKED',
      'REVOKED',
    ]);
    expect(statuses(two, new Date('2026-09-01T00:00:00Z'))).toEqual(['SUPERSEDED', 'EXPIRED', 'EXPIRED']);
  });
  it('shows nobody’s name', () => {
    expect(JSON.stringify(verificationOf(baseId, two, now))).not.toMatch(/claire|david|zoe|inserm/);
  });
  it('gives those concerned any version they ask for', () => {
    expect(viewOf(`${baseId}-v1`, two, { version: 2, allowed: [] })?.document.persons).toEqual(team);
    expect(viewOf(baseId, two, { version: 2, allowed: [] })?.id).toBe(`${baseId}-v2`);
  });
});

describe('a signature', () => {
  const signed = stateAfter(granted).versions[0];
  it('holds for the same document in any order of members, and for no other', () => {
    const reordered = Object.fromEntries(Object.entries(signed?.document ?? {}).reverse());
    expect(verifyPermit({ ...signed, document: reordered }, key.pem).genuine).toBe(true);
    const longer = {
      ...signed,
      document: { ...signed?.document, validity: { from: '2026-03-02', until: '2036-08-31' } },
    };
    expect(verifyPermit(longer, key.pem)).toEqual({ genuine: false, why: 'changed-after-signing' });
    expect(verifyPermit({ ...signed, keyId: 'other' }, key.pem)).toEqual({
      genuine: false,
      why: 'signed-by-another-key',
    });
    for (const nothing of [undefined, null, {}, { document: {} }])
      expect(verifyPermit(nothing, key.pem)).toEqual({ genuine: false, why: 'not-a-permit' });
  });
  it('covers the canonical form of RFC 8785', () => {
    expect(canonicalBytes({ b: [2, 1e30], a: 'é\u000a', c: { y: null, x: true } }).toString()).toBe(
      '{"a":"é\\n","b":[2,1e+30],"c":{"x":true,"y":null}}',
    );
  });
});

describe('the number of a permit', () => {
  it('tells who issued it, what never changes, its place in time and its predecessor [R9.3.8]', () => {
    const first = baseIdFor('CNIL', 2026, 12);
    expect(first).toBe('CNIL-2026-000012');
    const base = { authorityCode: 'CNIL', baseId: first, year: 2026, number: 12 };
    expect(['', '-v1', '-v3'].map((version) => partsOf(first + version))).toEqual([
      base,
      { ...base, version: 1 },
      { ...base, version: 3, replaces: 'CNIL-2026-000012-v2' },
    ]);
    expect(['HDH-2026-12', 'cnil-2026-000012', '', `${first}-w1`].map(partsOf)).toEqual(Array(4).fill(undefined));
    expect([`${first}-v3`, first].map(baseIdOf)).toEqual([first, first]);
  });
  it('is kept by permits from before it told the authority; what follows them stays in their line [R9.3.8]', () => {
    const [amendment] = amended({ add: [zoe] }).outcome as PermitEvent[];
    const second = amendment && 'signed' in amendment && amendment.signed.document;
    expect(second).toMatchObject({ id: `${baseId}-v2`, replaces: `${baseId}-v1`, issuingAuthority: { id: 'cnil' } });
  });
  it('is shown to the public with whom it replaces', () => {
    const two = stateAfter(granted, ...(amended({ add: [zoe] }).outcome as PermitEvent[]));
    expect(verificationOf(baseId, two, new Date('2026-04-01T00:00:00Z'))).toMatchObject({
      ...{ id: `${baseId}-v2`, replaces: `${baseId}-v1`, authorityCode: 'HDH' },
    });
  });
});
