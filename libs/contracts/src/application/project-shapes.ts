import { type Static, Type } from 'typebox';
import { Id } from '../shapes.js';

/** An organisation with a part in a project beside those of its team: by its id in the directory where it has one. */
export const ProjectParty = Type.Object({
  role: Type.Union([
    Type.Literal('sponsor'),
    Type.Literal('funder'),
    Type.Literal('controller'),
    Type.Literal('implementer'),
    Type.Literal('processor'),
    Type.Literal('partner'),
    Type.Literal('payer'),
  ]),
  organisationId: Type.Optional(Id),
  name: Type.String({ minLength: 1, maxLength: 200 }),
});
export type ProjectParty = Static<typeof ProjectParty>;

/** What an application states of the use of the data, in codes. What is absent is not stated. */
export const ProjectUse = Type.Object({
  notForProfit: Type.Optional(Type.Boolean()),
  commercial: Type.Optional(Type.Boolean()),
  /** `MONDO:0005148`, `ICD10:E11.9`; empty where no disease is studied. */
  diseases: Type.Optional(
    Type.Array(Type.String({ pattern: '^(MONDO:[0-9]{7}|ICD10:[A-Z][0-9]{2}(\\.[0-9]{1,2})?)$' })),
  ),
  genetic: Type.Optional(Type.Boolean()),
  /** Research on population origins. */
  ancestry: Type.Optional(Type.Union([Type.Literal('none'), Type.Literal('among-others'), Type.Literal('only')])),
  /** Development of methods or algorithms. */
  methods: Type.Optional(Type.Boolean()),
  undertakings: Type.Optional(
    Type.Array(
      Type.Union([
        Type.Literal('publication'),
        Type.Literal('moratorium'),
        Type.Literal('collaboration'),
        Type.Literal('return'),
      ]),
    ),
  ),
  months: Type.Optional(Type.Integer({ minimum: 1 })),
  /** ISO 3166-1, two letters: where the data are used. */
  countries: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }))),
});
export type ProjectUse = Static<typeof ProjectUse>;
