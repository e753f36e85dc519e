import { everybody, type Histories, type Permissions, partsOf } from '@hub/testkit/permissions';
import { exportCommands } from './commands.js';
import { type ExportEvent, type ExportRelation, type ExportState, exportRequest } from './export.js';
import { exportView } from './view.js';

const file = { queryId: 'q', name: 'e.csv', sha256: 'a'.repeat(64), bytes: 10, rows: 2 };
const submitted: ExportEvent = {
  ...{ type: 'submitted', workspaceId: 'W', requesterId: 'claire', organisationId: 'inserm', file },
  ...{ memberIds: ['claire', 'david', 'mona'], title: 't', context: 'c', declared: {} },
};
const outcome = 'review' as const;
const voted: ExportEvent[] = [
  submitted,
  { type: 'checked', checks: { outcome, disclosure: null, file: { kind: 'csv', outcome, reasons: [] } } },
  { type: 'vote-cast', checkerId: 'ann', decision: 'approve', remark: 'r' },
];
const decided = (decision: 'APPROVED' | 'REFUSED' | 'CHANGES_REQUESTED'): ExportEvent[] => [
  ...voted,
  { type: 'decided', decision },
];
const released: ExportEvent[] = [...decided('APPROVED'), { type: 'released' }];

const histories: Histories<ExportState, ExportEvent> = {
  ABSENT: [],
  SUBMITTED: [submitted],
  IN_REVIEW: voted,
  CHANGES_REQUESTED: decided('CHANGES_REQUESTED'),
  APPROVED: decided('APPROVED'),
  RELEASED: released,
  REFUSED: decided('REFUSED'),
  WITHDRAWN: [...voted, { type: 'withdrawn' }],
  RECALLED: [...released, { type: 'recalled', reason: 'r' }],
};
const acting = (id: string, organisation: string, ...roles: string[]) => ({
  ...{ kind: 'person' as const, id, organisation, roles, assurance: 'substantial' },
});

export const exportPermissions: Permissions<ExportState, ExportEvent, ExportRelation> = {
  aggregate: exportRequest,
  commands: exportCommands,
  histories,
  people: {
    requester: acting('claire', 'inserm', 'applicant'),
    'requester for another organisation': acting('claire', 'institut-curie', 'applicant'),
    'member of the workspace': acting('david', 'inserm', 'applicant'),
    'member who is a checker': acting('mona', 'hdh', 'output_checker'),
    'checker who voted': acting('ann', 'hdh', 'output_checker'),
    ...everybody('inserm', 'institut-curie'),
  },
  own: 'the requester’s organisation',
  sees: {
    'AN EXPORT REQUEST': (state, actor) => {
      if (exportRequest.relations(state, actor).length === 0) return [];
      const { votes = [], ...view } = exportView('e', 1, state, actor, []);
      const named = votes.map((vote) =>
        'checkerId' in vote ? 'votes with who cast them' : 'votes without who cast them',
      );
      return [...partsOf(view), ...new Set(named)];
    },
  },
};
