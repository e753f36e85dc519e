import { type Person, storyTime, tell } from '@hub/decider';
import { commands, consult, enter } from './enter.js';
import { type OptOutListEvent, optOutList } from './opt-out-list.js';
import { publishedOptOutList } from './opt-out-list.published.js';

const story = tell(optOutList, commands);
const person = (id: string, ...roles: string[]): Person => ({
  kind: 'person',
  id,
  organisation: 'hub',
  roles,
  assurance: 'substantial',
});
const registrar = person('registrar', 'opt_out_registrar');
const authority = person('authority', 'authority_officer');
const arrival = { arrivalId: 'a-1', added: 2, keyId: 'key' };
const changed: OptOutListEvent = { type: 'changed', arrivalId: 'a-1', keyId: 'key' };

describe('the opt-out list', () => {
  it('takes what its registrar enters, and what it holds already changes nothing', () => {
    story
      .given()
      .when(enter, { content: 'c' }, { actor: registrar, ...arrival })
      .then(changed);
    story
      .given(changed)
      .when(enter, { content: 'c' }, { actor: registrar, ...arrival, added: 0 })
      .then();
    story
      .given(changed)
      .when(enter, { content: 'd' }, { actor: registrar, ...arrival })
      .leadsTo((state) => expect(state).toMatchObject({ listVersion: 2 }));
  });

  it('takes nothing from anybody else, not even from the authority', () => {
    story
      .given(changed)
      .when(enter, { content: 'c' }, { actor: authority, ...arrival })
      .refused('forbidden');
    for (const role of ['hub_officer', 'workspace_engineer', 'data_holder', 'applicant'])
      story
        .given(changed)
        .when(enter, { content: 'c' }, { actor: person('x', role), ...arrival })
        .refused('not-found');
  });

  it('takes and tells nothing under another key than the one it was made with', () => {
    story
      .given(changed)
      .when(enter, { content: 'c' }, { actor: registrar, ...arrival, keyId: 'other' })
      .refused('opt-out-key-differs');
    story
      .given(changed)
      .when(consult, { asAt: storyTime }, { actor: authority, keyId: 'other' })
      .refused('opt-out-key-differs');
  });

  it('notes that it was consulted, about an instant that has come', () => {
    const asAt = storyTime.toISOString();
    story
      .given(changed)
      .when(consult, { asAt: storyTime }, { actor: authority, keyId: 'key' })
      .then({ type: 'consulted', asAt });
    story
      .given(changed)
      .when(consult, { asAt: new Date(storyTime.getTime() + 1) }, { actor: authority, keyId: 'key' })
      .refused('instant-ahead');
  });

  it('tells others which list it is, and nothing else', () => {
    const { state } = story.given(changed, changed);
    expect(publishedOptOutList(changed, state).data).toEqual({ listVersion: 2 });
    const asAt = storyTime.toISOString();
    expect(publishedOptOutList({ type: 'consulted', asAt }, state).data).toEqual({ listVersion: 2, asAt });
  });
});
