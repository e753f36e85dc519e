import { documentFrom, type Template } from '@hub/pdf/template';
import { documentOf } from '../permit/document.js';
import { baseId, content, seal } from '../permit/permit.fixture.js';
import { permitValues } from '../permit/permit-values.js';
import { documentKinds } from './kinds.js';
import { templatesFrom } from './templates.config.js';
import { refOf, Templates, templatesIn } from './templates.js';

const now = new Date('2026-03-02T09:00:00Z');
const shippedOnly = templatesFrom({});
const shippedPermit = shippedOnly.inForce('PERMIT', now);
const fileOf = (change: object, name = 'ours.json') => ({
  name,
  text: JSON.stringify({ ...shippedPermit, id: 'our-permit', ...change }),
});
const ours = (...changes: object[]) =>
  templatesIn(
    changes.map((change) => fileOf(change)),
    [shippedPermit],
  );
const title = { en: 'Authorisation {{id}} of the Republic', fr: 'Autorisation {{id}} de la République' };

describe('the templates of documents', () => {
  it('are shipped for every kind of decision [R9.1.2]', () => {
    for (const kind of Object.keys(documentKinds) as (keyof typeof documentKinds)[]) {
      expect(shippedOnly.inForce(kind, now)).toMatchObject({ document: kind, version: 1 });
    }
  });
  it('are replaced by the operator’s from their day on, the latest first; a document is made again by its own [R9.1.2]', () => {
    const own = ours({ from: '2026-03-03', title }, { version: 2, from: '2026-05-01' }) as Template[];
    const templates = new Templates([shippedPermit], own);
    const at = (instant: string) => refOf(templates.inForce('PERMIT', new Date(instant)));
    expect([
      at('2026-03-02T22:59:59Z'), // midnight in Paris is an hour later in March
      at('2026-03-02T23:00:00Z'),
      at('2026-04-30T21:59:59Z'),
      at('2026-04-30T22:00:00Z'),
    ]).toEqual([refOf(shippedPermit), ...[1, 1, 2].map((version) => ({ id: 'our-permit', version }))]);
    const print = (template?: { id: string; version: number }) => {
      const issue = { baseId, version: 1, at: now.toISOString(), template: template ?? refOf(shippedPermit) };
      const signed = seal(documentOf(content, issue));
      const found = templates.of(template ? signed.document.template : undefined);
      return found && documentFrom(found, permitValues(signed, 'en'), 'en', now).title;
    };
    expect(print({ id: 'our-permit', version: 1 })).toBe(`Authorisation ${baseId}-v1 of the Republic`);
    expect(print()).toBe(`Data permit ${baseId}-v1`);
    expect(print({ id: 'our-permit', version: 3 })).toBeUndefined();
  });
  it('are refused with the file, the place and what helps', () => {
    expect(ours({ title: { en: 'Permit {{number}}', fr: 'Autorisation {{id}}' } })[0]).toMatch(
      /^ours\.json: \/title: unknown placeholder \{\{number\}\}; known here: id, /,
    );
    expect(ours({ sections: shippedPermit.sections.slice(0, -1) })).toEqual(
      ['en', 'fr'].flatMap((language) =>
        ['sha256', 'keyId', 'signature'].map(
          (name) => `ours.json: ${language}: mandatory {{${name}}} is missing: show it, under no condition but its own`,
        ),
      ),
    );
    expect(ours({ id: 'permit' })).toEqual([
      'ours.json: /version: permit has a version 1, which never changes: give this one a number of its own',
    ]);
    expect(ours({}, { version: 2 })).toEqual([
      'ours.json: /from: our-permit 1 holds from the same day: give this one a later day',
    ]);
  });
  it('refuse a negative decision that does not say how to appeal [R9.1.2]', () => {
    const shipped = shippedOnly.inForce('NEGATIVE_DECISION', now);
    const text = JSON.stringify({ ...shipped, id: 'ours' })
      .replaceAll('{{#appeal}}', '')
      .replaceAll('{{/appeal}}', '');
    expect(templatesIn([{ name: 'no.json', text }])).toEqual(
      ['en', 'fr'].map(
        (language) =>
          `no.json: ${language}: mandatory {{answers.appeal}} is missing: show it, under no condition but its own`,
      ),
    );
  });
  it('stop the start while their folder cannot be read', () => {
    expect(() => templatesFrom({ DOCUMENT_TEMPLATES: '/nowhere' })).toThrow(/DOCUMENT_TEMPLATES must name a readable/);
  });
});
