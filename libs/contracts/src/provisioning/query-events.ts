import { Type } from 'typebox';
import { eventsOn } from '../event.js';
import { Id } from '../shapes.js';

const on = eventsOn('hub.provisioning.query.v1');

export const QueryExecuted = on(
  'provisioning.query.executed.v1',
  'A member ran a query in a workspace. The SQL stays with the service; its hash tells whether it was this one.',
  {
    queryId: Id,
    workspaceId: Id,
    personId: Id,
    sqlSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    outcome: Type.Union([Type.Literal('result'), Type.Literal('failed'), Type.Literal('stopped')]),
    rows: Type.Integer({ minimum: 0 }),
    milliseconds: Type.Integer({ minimum: 0 }),
    purpose: Type.Union([Type.Literal('look'), Type.Literal('chart'), Type.Literal('export')]),
  },
  {
    queryId: '0197a3c0-0000-7000-8000-000000000050',
    workspaceId: 'HDH-2026-000001',
    personId: 'claire',
    sqlSha256: '0'.repeat(64),
    outcome: 'result',
    rows: 12,
    milliseconds: 34,
    purpose: 'look',
  },
);

export const queryEvents = [QueryExecuted] as const;
