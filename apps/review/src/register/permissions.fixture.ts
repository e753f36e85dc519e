import { everybody, type Permissions } from '@hub/testkit/permissions';
import { at, claire, review } from '../case/case.fixture.js';
import { commands } from './commands.js';
import { type Entry, type EntryEvent, type EntryRelation, entry } from './entry.js';

const texts = { title: { fr: 't', en: 't' } };

export const entryPermissions: Permissions<Entry, EntryEvent, EntryRelation> = {
  aggregate: entry,
  commands,
  histories: { ABSENT: [], PUBLISHED: [{ type: 'published', at, caseId: 'c', texts, changed: [] }] },
  people: { lead: claire, ...everybody('inserm', 'institut-curie'), 'a service of the hub': review },
  own: 'the applicant’s organisation',
  public: true,
};
