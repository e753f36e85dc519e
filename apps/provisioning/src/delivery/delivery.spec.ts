import { type Person, tell } from '@hub/decider';
import { deliveryCommands, receive, register } from './deliver.js';
import { type DeliveryEvent, delivery } from './delivery.js';

const story = tell(delivery, deliveryCommands);
const person = (id: string, organisation: string, ...roles: string[]): Person => ({
  kind: 'person',
  id,
  organisation,
  roles,
  assurance: 'substantial',
});
const holder = person('holder', 'cnam', 'data_holder');
const engineer = person('engineer', 'hub', 'workspace_engineer');
const announced = {
  datasetId: 'snds',
  table: 'T',
  format: 'csv' as const,
  schema: { fields: [{ name: 'nir' }, { name: 'nir_mother' }], personKey: 'nir', dateColumn: null },
};
const facts = { holderId: 'cnam', personalKeys: ['nir'] };
const registered: DeliveryEvent = { type: 'registered', ...announced, organisationId: 'cnam', personId: 'holder' };

describe('a delivery', () => {
  it('is announced by who holds the dataset, or by the engineer', () => {
    story
      .given()
      .when(register, announced, { actor: holder, ...facts })
      .then(registered);
    story
      .given()
      .when(register, announced, { actor: holder, ...facts, holderId: 'chu' })
      .refused('dataset-not-yours');
    story
      .given()
      .when(register, announced, { actor: holder, holderId: null, personalKeys: [] })
      .refused('dataset-not-yours');
    story
      .given()
      .when(register, announced, { actor: engineer, holderId: null, personalKeys: [] })
      .leadsTo((state) => expect(state.status).toBe('AWAITING_FILE'));
    story
      .given()
      .when(register, announced, { actor: person('x', 'cnam', 'applicant'), ...facts })
      .refused('forbidden');
  });

  it('states every column that the catalogue knows to identify a person', () => {
    story
      .given()
      .when(register, announced, { actor: holder, holderId: 'cnam', personalKeys: ['nir', 'nir_mother'] })
      .refused('identifying-columns-open', { columns: ['nir_mother'] });
    story
      .given()
      .when(register, { ...announced, schema: { fields: [] } }, { actor: holder, ...facts })
      .refused('schema-invalid');
  });

  it('is received once, whole, as announced', () => {
    const sha256 = 'a'.repeat(64);
    story
      .given(registered)
      .when(receive, { sha256, bytes: 5, announced: sha256 }, { actor: holder })
      .then({ type: 'received', sha256, bytes: 5 });
    story
      .given(registered)
      .when(receive, { sha256, bytes: 5, announced: 'b'.repeat(64) }, { actor: holder })
      .refused('file-differs');
    story.given(registered).when(receive, { sha256, bytes: 0 }, { actor: holder }).refused('file-empty');
    story
      .given(registered, { type: 'received', sha256, bytes: 5 })
      .when(receive, { sha256, bytes: 5 }, { actor: holder })
      .refused('not-allowed-now');
    story
      .given(registered)
      .when(receive, { sha256, bytes: 5 }, { actor: person('other', 'chu', 'data_holder') })
      .refused('not-found');
  });
});
