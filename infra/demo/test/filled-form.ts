import type { Body } from '../src/hub-client.js';

const pick: Readonly<Record<string, (field: Body) => unknown>> = {
  text: ({ label }) => `About: ${label.en}`,
  boolean: ({ mustBe }) => mustBe === true,
  number: ({ min = 1 }) => min,
  date: () => '2027-01-04',
  email: () => 'project@example.org',
  phone: () => '+33 1 23 45 67 89',
  country: () => 'FR',
  choice: ({ options }) => options[0].value,
  choices: ({ options }) => [(options.find((option: Body) => !option.publicBodiesOnly) ?? options[0]).value],
  organisation: () => ({ name: 'A public research institute', country: 'FR' }),
  contact: () => ({ name: 'Data office', email: 'project@example.org' }),
  group: ({ fields, least = 1 }) => Array.from({ length: least }, () => answersTo(fields, '')),
};

/** The least that makes any form complete, read from its definition alone. `given` says what the walk needs itself. */
export function filled(form: Body, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const { key, fields } of form.sections)
    Object.assign(answers, answersTo(fields, `${key}.`, { ...answers, ...given }));
  return answers;
}

function answersTo(fields: readonly Body[], prefix: string, known: Readonly<Record<string, unknown>> = {}) {
  const answers: Record<string, unknown> = {};
  const answered = (name: string) => answers[name] ?? known[name];
  for (const field of fields) {
    const name = prefix + field.key;
    const conditions = [field.when ?? []].flat();
    const shown = conditions.every(({ field: other, is }: Body) =>
      [answered(other) ?? []].flat().some((value) => is.includes(value)),
    );
    if (shown && (field.required || name in known)) answers[name] = known[name] ?? pick[field.kind]?.(field);
  }
  return answers;
}
