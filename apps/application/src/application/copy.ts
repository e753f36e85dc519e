import { type Context, firstRefusal, type Refusal, refuse, sentences } from '@hub/decider';
import { type AnswerError, fileFields, invalidAnswers, unknownFields } from '../form/answers.js';
import { type Answers, type AnswerValue, type Form, fieldsOf, isAnswered } from '../form/form.js';
import type { Forms } from '../form/forms.js';
import { type RefusalCode, refusals } from '../refusals.js';
import { type ApplicationEvent, type Basket, slice } from './application.js';
import { basketRefusals, type CatalogueFacts, type OfferedDataset } from './choose-basket.js';
import { draft, type FormFacts } from './draft.js';
import type { Submission } from './submissions.js';

/** A draft that is not empty: read from a file, or copied from another application. */
export interface DraftFrom {
  readonly procedure: string;
  readonly answers: Answers;
  readonly basket?: Basket | undefined;
}

/** An applicant begins an application with answers that stand already: all of them fit, or all that do not are named. */
export const draftFrom = slice({
  name: 'draft-from',
  by: ['applicant'],
  in: ['ABSENT'],
  decide(command: DraftFrom, state, context: Context & FormFacts & CatalogueFacts) {
    const begun = draft.decide(command, state, context);
    if ('refused' in begun) return begun;
    const [{ procedure, procedureVersion }] = begun as [Extract<ApplicationEvent, { type: 'drafted' }>];
    const { answers, basket } = command;
    const errors = [
      ...answerErrors(context.forms.of({ procedure, procedureVersion }), answers),
      ...(basket ? basketErrors(basket, context.offered) : []),
    ];
    return (
      firstRefusal(errors.length > 0 ? refuse('import-invalid', { errors }) : undefined) ?? [
        ...begun,
        ...(Object.keys(answers).length > 0 ? [{ type: 'answers-saved' as const, answers }] : []),
        ...(basket ? [{ type: 'basket-chosen' as const, basket }] : []),
      ]
    );
  },
});

export interface Copy extends Submission {
  /** Fields whose answer cannot be taken over: no longer asked, no longer fitting, or bound to the other application. */
  readonly leftOut: readonly string[];
}

/** What of an application can begin another one under the newest form; attachments belong to the one they were added to. */
export function copyOf({ answers, basket }: Submission, form: Form, offered: readonly OfferedDataset[]): Copy {
  const fields = new Map(fieldsOf(form));
  const wrong = new Set(invalidAnswers(form, answers).map(({ field }) => field.split('.').slice(0, 2).join('.')));
  const kept: Record<string, AnswerValue> = {};
  const leftOut: string[] = [];
  for (const [name, answer] of Object.entries(answers)) {
    const field = fields.get(name);
    if (!field || field.kind === 'attachments' || wrong.has(name)) leftOut.push(name);
    else kept[name] = answer;
  }
  if (!basket) return { answers: kept, leftOut };
  return basketRefusals(basket, offered).length > 0
    ? { answers: kept, leftOut: [...leftOut, 'dataSources'] }
    : { answers: kept, basket, leftOut };
}

/** What of a file's answers can be taken over: attached files are not in it. */
export function withoutFiles(forms: Forms, procedure: string, answers: Answers): Copy {
  const asked = forms.procedures.newest(procedure) ? fileFields(forms.newest(procedure)) : [];
  const leftOut = asked.filter((name) => isAnswered(answers[name]));
  return { answers: Object.fromEntries(Object.entries(answers).filter(([name]) => !leftOut.includes(name))), leftOut };
}

type ImportError = Omit<AnswerError, 'code'> & { readonly code: string };

function answerErrors(form: Form, answers: Answers): ImportError[] {
  return [
    ...unknownFields(form, answers).map((field) => ({ field, code: 'unknown-field', ...unknownField })),
    ...invalidAnswers(form, answers),
  ];
}

const unknownField = {
  en: 'The form of this procedure has no such field. Remove it from the file.',
  fr: "Le formulaire de cette procédure n'a pas ce champ. Retirez-le du fichier.",
};

const basketErrors = (basket: Basket, offered: readonly OfferedDataset[]): ImportError[] =>
  basketRefusals(basket, offered).map((refusal) => ({
    ...{ field: 'dataSources', code: refusal.refused },
    ...sentences(refusals[refusal.refused], (refusal as Refusal<RefusalCode>).detail),
  }));
