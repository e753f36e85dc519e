import { generateKeyPairSync } from 'node:crypto';
import { person, scope, team } from '../case/case.fixture.js';
import type { PermitContent } from './document.js';
import { documentOf } from './document.js';
import type { PermitEvent } from './permit.events.js';
import type { Sealing } from './permit.js';
import { publishedKeyOf, sealWith } from './seal.js';

/** A permit and the key that signed it, from which the stories begin. */

const { privateKey } = generateKeyPairSync('ed25519');
export const seal = sealWith(privateKey);
export const template = { id: 'permit', version: 1 };
/** What a rule needs to issue a version. */
export const sealing: Sealing = { seal, template };
export const key = publishedKeyOf(privateKey);
export const security = person('security', 'hdh', 'security_officer');

export const content: PermitContent = {
  caseId: 'case-1',
  applicationId: 'app-1',
  procedure: { id: 'FR_AUTHORISATION', version: 1 },
  authority: { id: 'cnil', name: 'Commission nationale de l’informatique et des libertés' },
  decision: { at: '2026-03-02T09:00:00.000Z', tacit: false },
  opinion: { value: 'FAVOURABLE', at: '2026-03-01T09:00:00.000Z', tacit: false },
  organisationId: 'inserm',
  team,
  scope,
  purposes: ['e'],
  validity: { from: '2026-03-02', until: '2026-08-31' },
  conditions: ['SECURE_WORKSPACE_ONLY'],
};
export const baseId = 'HDH-2026-000001';
export const granted: PermitEvent = {
  type: 'granted',
  baseId,
  content,
  signed: seal(documentOf(content, { baseId, version: 1, at: '2026-03-02T09:00:00.000Z', template })),
};
