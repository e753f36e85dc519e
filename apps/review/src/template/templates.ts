import { civilDayAt, isoDay } from '@hub/clock';
import { type Template, templateIn } from '@hub/pdf/template';
import { seatZone } from '../seat.js';
import { type DocumentKindName, documentKinds } from './kinds.js';

/** Which template a document was made by: signed with it, so that it can be made again. */
export interface TemplateRef {
  readonly id: string;
  readonly version: number;
}

/** What permits signed before they named their template were printed by. */
const before: TemplateRef = { id: 'permit', version: 1 };

export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/** The shipped templates and, before them, the operator's own. */
export class Templates {
  constructor(
    private readonly shipped: readonly Template[],
    private readonly own: readonly Template[] = [],
  ) {}

  /** The one by which a document of that instant is made: the operator's latest, else the shipped one. */
  inForce(kind: DocumentKindName, at: Date): Template {
    const day = isoDay(civilDayAt(at, seatZone));
    const latest = [this.own, this.shipped]
      .map((templates) => templates.filter(({ document, from = '' }) => document === kind && from <= day))
      .map((templates) => templates.toSorted(({ from: one = '' }, { from: other = '' }) => (one < other ? 1 : -1))[0])
      .find((template) => template !== undefined);
    if (!latest) throw new Error(`no template of ${kind} is shipped`);
    return latest;
  }

  /** The one that a document names; nothing where its file is gone. */
  of({ id, version }: TemplateRef = before): Template | undefined {
    return [...this.shipped, ...this.own].find((template) => template.id === id && template.version === version);
  }
}

export const refOf = ({ id, version }: Template): TemplateRef => ({ id, version });

/** The templates in files, or all that is wrong with them, each with its file and what helps. */
export function templatesIn(files: readonly TemplateFile[], known: readonly Template[] = []): Template[] | string[] {
  const read = files.map(({ name, text }) => ({ name, found: templateIn(text, documentKinds) }));
  const faults = read.flatMap(({ name, found }) => ('id' in found ? [] : found.map((fault) => `${name}: ${fault}`)));
  const good = read.flatMap(({ name, found }) => ('id' in found ? [{ name, template: found }] : []));
  const clashes = good.flatMap(({ name, template }, place) => {
    const others = [...known, ...good.slice(0, place).map((one) => one.template)];
    return clashesOf(template, others, known).map((fault) => `${name}: ${fault}`);
  });
  const wrong = [...faults, ...clashes];
  return wrong.length > 0 ? wrong : good.map(({ template }) => template);
}

function clashesOf(
  { id, version, document, from }: Template,
  others: readonly Template[],
  shipped: readonly Template[],
) {
  const same = others.find((one) => one.id === id && one.version === version);
  const rival = others.find((one) => !shipped.includes(one) && one.document === document && one.from === from);
  return [
    ...(same
      ? [`/version: ${id} has a version ${version}, which never changes: give this one a number of its own`]
      : []),
    ...(!same && rival
      ? [`/from: ${rival.id} ${rival.version} holds from the same day: give this one a later day`]
      : []),
  ];
}
