import { tell } from '@hub/decider';
import { person } from '@hub/testkit';
import { amendOrganisation } from './amend-organisation.js';
import { closeOrganisation } from './close-organisation.js';
import { organisationCommands } from './commands.js';
import { composeOrganisation } from './compose-organisation.js';
import { type OrganisationEntry, type OrganisationEvent, organisation } from './organisation.js';
import { publishedOrganisation } from './organisation.published.js';
import { registerOrganisation } from './register-organisation.js';
import { comparable } from './search-words.js';
import { isSiren } from './siren.js';

const story = tell(organisation, organisationCommands);
const administrator = { actor: person('admin', 'hdh', 'directory_administrator') };
const alone = { ...administrator, parentActive: false, parentIsPart: false };
const entry: OrganisationEntry = {
  kind: 'research',
  name: { fr: 'Institut', en: 'Institute' },
  publicBody: true,
  country: 'FR',
  siren: '180036048',
};
const registered: Extract<OrganisationEvent, { type: 'OrganisationRegistered' }> = {
  type: 'OrganisationRegistered',
  ...entry,
};
const assembly: OrganisationEvent = { ...registered, kind: 'general-assembly' };

describe('an organisation', () => {
  it('is entered by an administrator', () => {
    story.given().when(registerOrganisation, entry, alone).then(registered);
    story
      .given()
      .when(registerOrganisation, entry, { ...alone, actor: person('rita', 'inserm', 'organisation_representative') })
      .refused('forbidden');
  });

  it('has a SIREN whose key agrees, if any, and only in France', () => {
    expect(['180036048', '732829320', '552100554'].map(isSiren)).toEqual([true, true, true]);
    expect(['180036049', '73282932', '7328293200', 'abcdefghi'].map(isSiren)).toEqual([false, false, false, false]);
    const with_ = (change: Partial<OrganisationEntry>) =>
      story.given().when(registerOrganisation, { ...entry, ...change }, alone);
    with_({ siren: '180036049' }).refused('siren-wrong');
    with_({ country: 'DE' }).refused('siren-abroad');
  });

  it('is part of one that is there, and never of its own parts', () => {
    const part = { ...entry, parentId: 'whole' };
    story.given().when(registerOrganisation, part, alone).refused('organisation-unknown');
    story
      .given(registered)
      .when(amendOrganisation, part, { ...alone, parentActive: true, parentIsPart: true })
      .refused('parent-is-part');
    story
      .given(registered)
      .when(amendOrganisation, part, { ...alone, parentActive: true })
      .then({ type: 'OrganisationAmended', amendedBy: 'admin', ...part });
  });

  it('is a public body as its kind usually is, in France, unless said', () => {
    const { kind, name } = entry;
    expect(story.given({ type: 'OrganisationRegistered', kind, name }).state).toMatchObject({
      entry: { publicBody: false, country: 'FR' },
    });
    expect(story.given({ type: 'OrganisationRegistered', kind: 'authority', name }).state).toMatchObject({
      entry: { publicBody: true },
    });
  });

  it('is closed for good, by an administrator, once nothing is a part of it', () => {
    const closed: OrganisationEvent = { type: 'OrganisationClosed', closedBy: 'admin' };
    story
      .given(registered)
      .when(closeOrganisation, {}, { ...administrator, hasParts: true })
      .refused('has-parts');
    story
      .given(registered)
      .when(closeOrganisation, {}, { ...administrator, hasParts: false })
      .then(closed);
    story.given(registered, closed).when(amendOrganisation, entry, alone).refused('not-allowed-now');
    story
      .given({ ...registered, kind: 'hub' })
      .when(closeOrganisation, {}, { ...administrator, hasParts: false })
      .refused('hub-stays');
  });

  it('has seats if it is a governing body, of its own kind, each role once', () => {
    const seats = [{ role: 'body_president', number: 1, termYears: 3, renewals: 1 }] as const;
    story
      .given(assembly)
      .when(composeOrganisation, { seats }, administrator)
      .then({ type: 'OrganisationComposed', composedBy: 'admin', seats });
    story.given(registered).when(composeOrganisation, { seats }, administrator).refused('no-governing-body');
    story
      .given({ ...registered, kind: 'committee' })
      .when(composeOrganisation, { seats }, administrator)
      .refused('seat-of-another-kind');
    story
      .given(assembly)
      .when(composeOrganisation, { seats: [...seats, ...seats] }, administrator)
      .refused('seat-stated-twice');
    const composed: OrganisationEvent = { type: 'OrganisationComposed', composedBy: 'admin', seats };
    story.given(assembly, composed).when(amendOrganisation, entry, alone).refused('seat-of-another-kind');
  });

  it('is announced without its name and number', () => {
    const { state } = story.given(registered);
    expect(publishedOrganisation(registered, state, 'inserm').data).toEqual({
      organisationId: 'inserm',
      kind: 'research',
      publicBody: true,
      country: 'FR',
    });
  });

  it('is found by words without accents, cases and marks', () => {
    expect(comparable('Hôpitaux de l’Île — CHU')).toBe('hopitaux de l ile chu');
    expect(comparable('100 %_')).toBe('100');
  });
});
