import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { internalClocks } from './internal-limits.js';
import { european } from './parts.js';
import { type ClockName, type ClockRule, clockNames, type Procedure, parties } from './procedure.js';
import { inconsistenciesOf } from './soundness.js';

/** From here on versions are the operator's; those below are the code's. */
const firstOfOperators = 1000;

const closed = { additionalProperties: false };
const whole = Type.Integer({ minimum: 0 });
const length = Type.Union([
  Type.Object({ workingDays: whole }, closed),
  Type.Object({ days: whole }, closed),
  Type.Object({ weeks: whole }, closed),
  Type.Object({ months: whole }, closed),
]);
const oneOf = <const Names extends readonly string[]>(names: Names) =>
  Type.Union(names.map((name) => Type.Literal(name as Names[number])));

const ClockRevision = Type.Object(
  {
    length: Type.Optional(length),
    extension: Type.Optional(Type.Object({ length, atMost: Type.Integer({ minimum: 1 }) }, closed)),
    party: Type.Optional(oneOf(parties)),
    duringInformationRequest: Type.Optional(oneOf(['PAUSES', 'STARTS_ANEW', 'RUNS_ON'])),
    remindDaysBefore: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }))),
  },
  closed,
);

const Revision = Type.Object(
  {
    id: Type.String(),
    /** The operator's own numbers, so that no version that the code declares later is in their way. */
    version: Type.Integer({ minimum: firstOfOperators }),
    /** The version that it says otherwise: one of the code, or an earlier revision. */
    revises: Type.Integer({ minimum: 1 }),
    clocks: Type.Optional(Type.Partial(Type.Record(oneOf(clockNames), ClockRevision), closed)),
    committee: Type.Optional(
      Type.Object(
        {
          rapporteurs: Type.Optional(Type.Integer({ minimum: 1 })),
          filesPerRapporteurAndMonth: Type.Optional(Type.Integer({ minimum: 1 })),
        },
        closed,
      ),
    ),
    permit: Type.Optional(
      Type.Object(
        {
          defaultMonths: Type.Optional(Type.Integer({ minimum: 1 })),
          mostMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
          renewalMonthsBeforeEnd: Type.Optional(whole),
        },
        closed,
      ),
    ),
    fees: Type.Optional(
      Type.Object(
        {
          base: Type.Optional(whole),
          perDataset: Type.Optional(whole),
          perTable: Type.Optional(whole),
          perYearOfAccess: Type.Optional(whole),
          reductionForPublicBodies: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
        },
        closed,
      ),
    ),
  },
  closed,
);
type Revision = Static<typeof Revision>;
type ClockRevision = Static<typeof ClockRevision>;

export type Revised = { readonly procedures: readonly Procedure[] } | { readonly wrong: readonly string[] };

/**
 * The declarations, and beside them what an operator changed: each revision is a version of its own, so that what is
 * under another keeps it. Limits and policies change; phases, forms and silences are the code's.
 */
export function revisedBy(declared: readonly Procedure[], content: unknown): Revised {
  const misshapen = Value.Errors(Type.Array(Revision), content).map(
    ({ instancePath, message }) => `${instancePath || '/'}: ${message}`,
  );
  if (misshapen.length > 0) return { wrong: misshapen };
  const procedures = [...declared];
  const wrong: string[] = [];
  for (const [index, revision] of (content as Revision[]).entries()) {
    const { id, version, revises } = revision;
    const versions = procedures.filter((one) => one.id === id);
    const before = versions.find((one) => one.version === revises);
    const faults = faultsOf(revision, versions, before);
    if (before && faults.length === 0) {
      const next = revised(before, revision);
      procedures.push(next);
      faults.push(...inconsistenciesOf(next));
    }
    wrong.push(...faults.map((fault) => `/${index} (${id} version ${version}): ${fault}`));
  }
  return wrong.length > 0 ? { wrong } : { procedures };
}

function faultsOf(revision: Revision, versions: readonly Procedure[], before: Procedure | undefined): string[] {
  const { version, revises, clocks = {} } = revision;
  const known = versions.map((one) => one.version);
  if (known.length === 0) return ['no such procedure is declared'];
  if (!before) return [`revises: there is no version ${revises} of it, but ${known.join(', ')}`];
  return [
    ...(known.includes(version) ? ['its version stands twice: give the later one the next number'] : []),
    ...(['committee', 'permit', 'fees'] as const)
      .filter((part) => revision[part] && !before[part])
      .map((part) => `the procedure has no ${part}`),
    ...clockEntries(clocks).flatMap(([name, { length: given }]) => {
      if (before.clocks[name]) return [];
      if (!phaseOfInternal(before, name)) return [`/clocks/${name}: the procedure has no such clock or phase`];
      return given ? [] : [`/clocks/${name}: a new limit says its length`];
    }),
  ];
}

function revised(before: Procedure, { version, clocks = {}, committee, permit, fees }: Revision): Procedure {
  const rules = clockEntries(clocks).map(([name, change]) => [name, ruleAfter(before, name, change)] as const);
  return {
    ...before,
    version,
    clocks: { ...before.clocks, ...Object.fromEntries(rules) },
    ...(before.committee && committee && { committee: { ...before.committee, ...committee } }),
    ...(before.permit && permit && { permit: { ...before.permit, ...permit } }),
    ...(before.fees && fees && { fees: { ...before.fees, ...fees } }),
  };
}

function ruleAfter(before: Procedure, name: ClockName, { length: given, extension, ...policy }: ClockRevision) {
  const rule = before.clocks[name] ?? internalRule(before, name);
  const limit = { ...rule.limit, ...(given && { length: given }), ...(extension && { extension }) };
  return { ...rule, ...policy, limit };
}

/** What an internal limit is unless its revision says otherwise; its length is always said. */
const internalRule = (procedure: Procedure, name: ClockName): ClockRule => ({
  limit: european({ days: 0 }),
  party: phaseOfInternal(procedure, name)?.party ?? 'hub',
  onSilence: 'OVERDUE',
  duringInformationRequest: 'PAUSES',
  remindDaysBefore: [],
});

const phaseOfInternal = (procedure: Procedure, name: ClockName) =>
  procedure.phases.find((phase) =>
    Object.entries(internalClocks).some(([of, one]) => of === phase.name && one === name),
  );

const clockEntries = (clocks: Readonly<Partial<Record<ClockName, ClockRevision>>>) =>
  Object.entries(clocks) as [ClockName, ClockRevision][];
