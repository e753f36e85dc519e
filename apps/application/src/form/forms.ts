import { type Procedure, Procedures } from '@hub/procedures';
import { declaredAdditions, declaredForms } from './definitions/index.js';
import type { Field, Form, FormReference, Section } from './form.js';

/** Further questions of one body: new sections, and fields at the end of sections that the form has. Versioned itself. */
export interface FormAddition extends FormReference {
  /** Who asks: shown beside the question. */
  readonly body: string;
  readonly sections: readonly Omit<Section, 'number'>[];
  readonly fields: Readonly<Record<string, readonly Field[]>>;
}

/** What an application began under. */
export interface BegunUnder {
  readonly procedure: string;
  readonly procedureVersion: number;
}

/** The forms by the procedure's version that an application began with: the common form and what bodies added to it. */
export class Forms {
  private readonly merged = new Map<string, Form>();

  constructor(
    readonly procedures: Procedures = new Procedures(),
    private readonly definitions: readonly Form[] = declaredForms,
    private readonly additions: readonly FormAddition[] = declaredAdditions,
  ) {}

  /** The form of the procedure's version. @throws Error when a version is gone: one must never be removed */
  of({ procedure, procedureVersion }: BegunUnder): Form {
    const key = `${procedure}/${procedureVersion}`;
    const known = this.merged.get(key);
    if (known) return known;
    const form = this.formOf(this.procedures.of({ id: procedure, version: procedureVersion }));
    this.merged.set(key, form);
    return form;
  }

  /** The form that an application begun now would have. */
  newest(procedure: string): Form {
    const procedureVersion = this.procedures.newest(procedure)?.version ?? 0;
    return this.of({ procedure, procedureVersion });
  }

  /** The newest procedures, each with its form. */
  current(): { readonly procedure: Procedure; readonly form: Form }[] {
    return this.procedures.current().map((procedure) => ({
      procedure,
      form: this.of({ procedure: procedure.id, procedureVersion: procedure.version }),
    }));
  }

  private formOf({ form, applicants }: Procedure): Form {
    const definition = declared(this.definitions, form);
    const whole = (form.additions ?? []).map((one) => declared(this.additions, one)).reduce(withAddition, definition);
    return applicants === 'PUBLIC_BODIES' ? { ...whole, publicBodiesOnly: true } : whole;
  }
}

function declared<One extends FormReference>(all: readonly One[], { id, version }: FormReference): One {
  const found = all.find((one) => one.id === id && one.version === version);
  if (!found) throw new Error(`the form ${id} version ${version} is not declared; a version must never be removed`);
  return found;
}

/** The common questions stay as they are: an addition only adds. */
export function withAddition(form: Form, { id, version, body, sections, fields }: FormAddition): Form {
  const added = (more: readonly Field[] = []): Field[] => more.map((field) => ({ ...field, addedBy: body }));
  const last = Math.max(...form.sections.map(({ number }) => number));
  return {
    ...form,
    sections: [
      ...form.sections.map((section) => ({ ...section, fields: [...section.fields, ...added(fields[section.key])] })),
      ...sections.map((section, index) => ({ ...section, number: last + 1 + index, fields: added(section.fields) })),
    ],
    additions: [...(form.additions ?? []), { id, version, body }],
  };
}
