import { type Static, Type } from 'typebox';

/** UUID of an aggregate or a person, or a stable slug for demonstration organisations and accounts. */
export const Id = Type.String({ minLength: 1, maxLength: 200 });

/** Instant in UTC with milliseconds, `2026-01-31T09:30:00.000Z`. */
export const Instant = Type.String({ format: 'date-time' });

/** Civil date, `2026-01-31`. */
export const Day = Type.String({ format: 'date' });

/** From and to are both included. */
export const Period = Type.Object({ from: Day, to: Day });
export type Period = Static<typeof Period>;

/** The columns asked for, or permitted, of one table. */
export const TableSelection = Type.Object({
  table: Type.String({ minLength: 1 }),
  columns: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
});
export type TableSelection = Static<typeof TableSelection>;

/** The tables asked for, or permitted, of one dataset of the catalogue. */
export const DatasetSelection = Type.Object({
  datasetId: Id,
  tables: Type.Array(TableSelection, { minItems: 1 }),
});
export type DatasetSelection = Static<typeof DatasetSelection>;

/** The persons a selection is restricted to: those with a matching row. Values of `between` are both included. */
export const Population = Type.Object({
  datasetId: Id,
  table: Type.String({ minLength: 1 }),
  column: Type.String({ minLength: 1 }),
  operator: Type.Union([
    Type.Literal('in'),
    Type.Literal('between'),
    Type.Literal('at-least'),
    Type.Literal('at-most'),
    Type.Literal('starts-with'),
  ]),
  values: Type.Array(Type.Union([Type.String(), Type.Number()]), { minItems: 1, maxItems: 1000 }),
});
export type Population = Static<typeof Population>;

/** Exactly the data that is asked for, or permitted. */
export const DataScope = Type.Object({
  datasets: Type.Array(DatasetSelection, { minItems: 1 }),
  period: Period,
  population: Type.Optional(Population),
});
export type DataScope = Static<typeof DataScope>;

/** What a person is in a team. */
export const TeamRole = Type.Union([Type.Literal('lead'), Type.Literal('member'), Type.Literal('implementer')]);
export type TeamRole = Static<typeof TeamRole>;

export const TeamMember = Type.Object({ personId: Id, organisationId: Id, role: TeamRole });
export type TeamMember = Static<typeof TeamMember>;
