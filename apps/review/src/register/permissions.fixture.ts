import { everybody, type Permissions } from '@hub/testkit/permissions';
import { at, claire, review } from '../case/case.fixture.js';
import { type Entry, type EntryEvent, type EntryRelation, entry } from './entry.js';
import { publishEntry } from './publish-entry.js';

const texts = { title: { fr: 't', en: 't' } };

export const entryPermissions: Permissions<Entry, EntryEvent, EntryRelation> = {
  aggregate: entry,
  commands: [publishEntry],
  histories: { ABSENT: [], PUBLISHED: [{ type: 'published', at, caseId: 'c', texts, changed: [] }] },
  people: { lead: claire, ...everybody('inserm', 'institut-curie'), 'a service of the hub': review },
  own: 'the applicant’s organisation',
  public: true,
};
