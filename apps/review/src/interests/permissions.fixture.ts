import { everybody, type Permissions } from '@hub/testkit/permissions';
import { anne, at, review } from '../case/case.fixture.js';
import { commands } from './commands.js';
import { type Interests, type InterestsEvent, type InterestsRelation, interests } from './interests.js';

const published: InterestsEvent = { type: 'published', at, memberId: 'anne', ties: [], confirmBy: '2027-03-02' };

export const interestsPermissions: Permissions<Interests, InterestsEvent, InterestsRelation> = {
  aggregate: interests,
  commands,
  histories: { ABSENT: [], PUBLISHED: [published] },
  people: { 'the member': anne, ...everybody('cesrees', 'inserm'), 'a service of the hub': review },
  own: 'the member’s committee',
  public: true,
};
