import type { Field } from './form.js';

const part = (key: string, kind: 'text' | 'email' | 'phone' | 'country', en: string, fr: string, required = true) =>
  ({ key, kind, label: { en, fr }, required }) as Field;

const organisation: readonly Field[] = [
  part('name', 'text', 'Name', 'Nom'),
  part('identifier', 'text', 'Registration number', 'Numéro d’immatriculation', false),
  part('country', 'country', 'Country', 'Pays'),
];

const contact: readonly Field[] = [
  part('name', 'text', 'Name', 'Nom'),
  part('email', 'email', 'E-mail', 'Courriel'),
  part('phone', 'phone', 'Telephone', 'Téléphone', false),
];

/** What a field consists of; nothing where its answer is one value. */
export function partsOf(field: Field): readonly Field[] {
  switch (field.kind) {
    case 'organisation':
      return organisation;
    case 'contact':
      return contact;
    case 'group':
      return field.fields;
    default:
      return [];
  }
}
