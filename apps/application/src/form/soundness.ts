import { conditionsOf, type Field, type Form, fieldsOf, type NamedField } from './form.js';
import { partsOf } from './parts-of.js';

/** What a form definition says that cannot be carried out, in words for who wrote it. */
export function inconsistenciesOf(form: Form): string[] {
  const fields = fieldsOf(form);
  const names = fields.map(([name]) => name);
  const numbers = form.sections.map(({ number }) => number);
  return [
    ...twice(names).map((name) => `${name} stands twice`),
    ...twice(form.sections.map(({ key }) => key)).map((key) => `the section ${key} stands twice`),
    ...(numbers.every((number, index) => number === index + 1) ? [] : ['sections are numbered from 1 on']),
    ...fields.flatMap((named, index) => wrongIn(named, fields.slice(0, index))),
  ];
}

/** A condition names an earlier field, and answers that it can have: so a form can be filled from top to bottom. */
function wrongIn([name, field]: NamedField, earlier: readonly NamedField[]): string[] {
  const conditions = conditionsOf(field).flatMap(({ field: other, is }) => {
    const found = earlier.find(([known]) => known === other)?.[1];
    if (!found) return [`${name} hangs on ${other}, which does not stand before it`];
    return is.every((value) => canBe(found, value)) ? [] : [`${name} hangs on an answer that ${other} cannot have`];
  });
  const parts = partsOf(field);
  return [
    ...conditions,
    ...twice(parts.map(({ key }) => key)).map((key) => `${name} has the part ${key} twice`),
    ...parts.flatMap((part, index) => {
      const before = parts.slice(0, index).map((one): NamedField => [one.key, one]);
      return wrongIn([`${name}.${part.key}`, part], [...earlier, ...before]);
    }),
  ];
}

function canBe(field: Field, value: string | boolean): boolean {
  if (field.kind === 'boolean') return typeof value === 'boolean';
  return 'options' in field && field.options.some((option) => option.value === value);
}

const twice = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);
