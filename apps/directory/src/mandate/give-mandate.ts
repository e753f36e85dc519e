import { addMonths, isoDay, parseIsoDay } from '@hub/clock';
import { type Actor, actorId, firstRefusal, hasRole, refuse } from '@hub/decider';
import { civilDay } from '../exchange/civil-day.js';
import { type OrganisationKind, seatRolesOf, votingRoles } from '../organisation/kinds.js';
import type { Seats } from '../organisation/organisation.js';
import { type MandateTerms, mandateSlice } from './mandate.js';
import { ordinaryRoles } from './roles.js';

/** What the directory knows about the parties. */
export interface Parties {
  readonly personKnown: boolean;
  readonly organisation:
    | { readonly kind: OrganisationKind; readonly active: boolean; readonly seats: readonly Seats[] }
    | undefined;
  /** Whether the same person already holds the same role for the same organisation. */
  readonly alreadyGiven: boolean;
  /** Seats of this role that somebody holds, by number. */
  readonly takenSeats: readonly number[];
  /** How often this person held this role here before. */
  readonly termsBefore: number;
}

export const giveMandate = mandateSlice<MandateTerms, 'absent', Parties>({
  name: 'give-mandate',
  by: ['administrator', 'representative', 'hub'],
  in: ['absent'],
  decide: (terms, _state, { actor, now, ...parties }) => {
    const seats = parties.organisation?.seats.find(({ role }) => role === terms.role);
    const seat = seats && firstFree(seats.number, parties.takenSeats);
    return (
      firstRefusal(
        representativeGivesOrdinaryRolesOfTheirOwn(terms, actor),
        parties.personKnown ? undefined : refuse('person-unknown', { personId: terms.personId }),
        organisationIsThere(terms, parties),
        periodIsNotReversed(terms),
        nobodyMandatesThemselves(terms, actor),
        roleIsOfThisKind(terms, parties),
        parties.alreadyGiven ? refuse('already-given', { role: terms.role }) : undefined,
        seats && seat === undefined ? refuse('no-free-seat', { role: terms.role, number: seats.number }) : undefined,
        termIsNotTooLong(terms, seats),
        renewalsAreLeft(terms, seats, parties),
      ) ?? [{ type: 'MandateGiven', ...terms, givenBy: actorId(actor), on: civilDay(now), ...(seat && { seat }) }]
    );
  },
});

const organisationIsThere = ({ organisationId }: MandateTerms, { organisation }: Parties) => {
  if (!organisation) return refuse('organisation-unknown', { organisationId });
  return organisation.active ? undefined : refuse('organisation-closed', { organisationId });
};

const periodIsNotReversed = ({ from, to }: MandateTerms) =>
  to !== undefined && to < from ? refuse('period-reversed', { from, to }) : undefined;

/** Whoever gives roles must not be able to collect them all: it takes a second one who may. */
const nobodyMandatesThemselves = ({ personId }: MandateTerms, actor: Actor) =>
  actor.kind === 'person' && actor.id === personId ? refuse('own-mandate') : undefined;

/** An administrator who also represents an organisation acts as administrator. */
const representativeGivesOrdinaryRolesOfTheirOwn = ({ organisationId, role }: MandateTerms, actor: Actor) => {
  if (actor.kind !== 'person' || hasRole(actor, 'directory_administrator')) return undefined;
  if (actor.organisation !== organisationId) return refuse('not-your-organisation', { organisationId });
  return ordinaryRoles.includes(role) ? undefined : refuse('role-of-the-hub', { role, ordinary: ordinaryRoles });
};

const roleIsOfThisKind = ({ role }: MandateTerms, { organisation }: Parties) =>
  organisation && votingRoles.includes(role) && !seatRolesOf(organisation.kind).includes(role)
    ? refuse('seat-of-another-kind', { role, kind: organisation.kind })
    : undefined;

const termIsNotTooLong = ({ from, to }: MandateTerms, seats: Seats | undefined) => {
  if (seats?.termYears === undefined) return undefined;
  const anniversary = isoDay(addMonths(parseIsoDay(from), 12 * seats.termYears));
  return to === undefined || to > anniversary
    ? refuse('term-too-long', { years: seats.termYears, latest: anniversary })
    : undefined;
};

const renewalsAreLeft = ({ role }: MandateTerms, seats: Seats | undefined, { termsBefore }: Parties) =>
  seats?.renewals !== undefined && termsBefore > seats.renewals
    ? refuse('renewed-too-often', { role, renewals: seats.renewals })
    : undefined;

function firstFree(number: number, taken: readonly number[]): number | undefined {
  for (let seat = 1; seat <= number; seat++) if (!taken.includes(seat)) return seat;
  return undefined;
}
