import type { ViewChange, ViewInput } from '@hub/event-store';
import { deadlineChanges } from '../clocks/deadline-rows.js';
import { permitInRegister } from '../register/register.rows.js';
import type { PermitEvent } from './permit.events.js';
import { currentVersion, type Issued, isInForce, type Permit, standingOf } from './permit.js';
import { partsOf } from './permit-id.js';
import type { PublishedKey } from './seal.js';
import { endOf } from './validity.js';

export const expiryClock = 'PERMIT_EXPIRY';

const columns = [
  ...['base_id', 'year', 'number', 'case_id', 'application_id', 'permit_id', 'version', 'status'],
  ...['organisation_id', 'datasets', 'members', 'valid_from', 'valid_until', 'granted_at', 'pending'],
];
const changing = ['permit_id', 'version', 'status', 'members', 'valid_from', 'valid_until', 'pending'];

const upsert = `INSERT INTO permit (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
  ON CONFLICT (base_id) DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** The permit's rows: its place in the register, the key that signed it, the end that the worker waits for. */
export function rowsOf(change: ViewInput<Permit, PermitEvent>, key: PublishedKey): ViewChange[] {
  const { id, before, state, at } = change;
  if (state.status === 'ABSENT') return [];
  return [
    registerRow(state),
    keyRow(key, at),
    ...deadlineChanges('permit', id, expiryOf(before), expiryOf(state), at),
    ...permitInRegister(change),
  ];
}

function registerRow(state: Issued): ViewChange {
  const { baseId, content, versions } = state;
  const { document } = currentVersion(state);
  const parts = partsOf(baseId);
  if (!parts) throw new Error(`${baseId} is no number of a permit`);
  const { year, number } = parts;
  const values = [
    ...[baseId, year, number, content.caseId, content.applicationId, document.id, document.version, standingOf(state)],
    ...[content.organisationId, content.scope.datasets.map(({ datasetId }) => datasetId)],
    content.team.map(({ personId, organisationId }) => `${personId}@${organisationId}`),
    ...[content.validity.from, content.validity.until, versions[0]?.document.issuedAt],
    pendingOf(state),
  ];
  return { text: upsert, values };
}

const keyRow = ({ keyId, pem }: PublishedKey, at: Date): ViewChange => ({
  text: 'INSERT INTO permit_key (key_id, pem, since) VALUES ($1, $2, $3) ON CONFLICT (key_id) DO NOTHING',
  values: [keyId, pem, at.toISOString()],
});

const expiryOf = (state: Permit) =>
  state.status !== 'ABSENT' && isInForce(state)
    ? [{ name: expiryClock, dueAt: endOf(state.content).toISOString() }]
    : [];

/** What waits for the authority's ruling. */
const pendingOf = ({ status }: Issued): string | null =>
  status === 'AMENDMENT_REQUESTED' || status === 'RENEWAL_REQUESTED' || status === 'REVOKE_APPEALED' ? status : null;
