import {
  ApplicationBasketChosen,
  ApplicationDrafted,
  ApplicationInformationProvided,
  ApplicationLeadHandedOver,
  ApplicationMemberJoined,
  ApplicationMemberLeft,
  ApplicationReviewerRecused,
  ApplicationSubmitted,
  CaseInterestDeclared,
  CaseOfficerAssigned,
  CaseRapporteursNamed,
  CaseVoteOpened,
  CaseVoteReopened,
  type DataOf,
  type EventContract,
  ExportSubmitted,
  PermitAmended,
  PermitExpired,
  PermitGranted,
  PermitReinstated,
  PermitRenewed,
  PermitRevoked,
  WorkspacePermitFollowed,
  WorkspaceReopened,
  WorkspaceRequested,
} from '@hub/contracts';

/** What must be known of an application to say who is told of its events. Ids only. */
export interface CaseFile {
  readonly applicationId: string;
  readonly leadId: string | null;
  readonly team: readonly string[];
  readonly datasets: readonly string[];
  readonly officerId: string | null;
  readonly rapporteurs: readonly string[];
  readonly recused: readonly string[];
  readonly voters: readonly string[];
  readonly permit: { readonly baseId: string; readonly validUntil: string } | null;
  readonly members: readonly string[];
  /** Export → who asked for it. */
  readonly requesters: Readonly<Record<string, string>>;
}

export const newCaseFile = (applicationId: string): CaseFile => ({
  applicationId,
  leadId: null,
  team: [],
  datasets: [],
  officerId: null,
  rapporteurs: [],
  recused: [],
  voters: [],
  permit: null,
  members: [],
  requesters: {},
});

type Fold = (file: CaseFile, data: never) => CaseFile;
const folds = new Map<string, Fold>();
const on = <Contract extends EventContract>(
  { type }: Contract,
  fold: (file: CaseFile, data: DataOf<Contract>) => Partial<CaseFile>,
) => folds.set(type, (file, data) => ({ ...file, ...fold(file, data) }));

/** Takes an event into the file. Facts of different topics touch different members, so their order does not matter. */
export const evolve = (file: CaseFile, type: string, data: unknown): CaseFile =>
  folds.get(type)?.(file, data as never) ?? file;

/** The events that a file is made of. */
export const followed: Iterable<string> = { [Symbol.iterator]: () => folds.keys() };

const unique = (ids: readonly string[]) => [...new Set(ids)];
const ids = (team: readonly { readonly personId: string }[]) => unique(team.map(({ personId }) => personId));
const datasetIds = (datasets: readonly { readonly datasetId: string }[]) =>
  unique(datasets.map(({ datasetId }) => datasetId));

on(ApplicationDrafted, (_, { leadId }) => ({ leadId, team: [leadId] }));
on(ApplicationBasketChosen, (_, { datasets }) => ({ datasets: datasetIds(datasets) }));
on(ApplicationMemberJoined, ({ team }, { member }) => ({ team: unique([...team, member.personId]) }));
on(ApplicationMemberLeft, ({ team }, { personId }) => ({ team: team.filter((id) => id !== personId) }));
on(ApplicationLeadHandedOver, (_, { toId }) => ({ leadId: toId }));
on(ApplicationSubmitted, (_, { leadId, team, scope }) => ({
  leadId,
  team: ids(team),
  datasets: datasetIds(scope.datasets),
}));
on(ApplicationInformationProvided, (_, { team, scope }) => ({ team: ids(team), datasets: datasetIds(scope.datasets) }));
on(ApplicationReviewerRecused, ({ recused }, { reviewerId }) => ({ recused: unique([...recused, reviewerId]) }));

on(CaseOfficerAssigned, (_, { officerId }) => ({ officerId }));
on(CaseRapporteursNamed, (_, { rapporteurs }) => ({ rapporteurs }));
on(CaseInterestDeclared, ({ recused }, { memberId, recused: out }) => ({
  recused: out ? unique([...recused, memberId]) : recused.filter((id) => id !== memberId),
}));
on(CaseVoteOpened, (_, { present }) => ({ voters: present }));
on(CaseVoteReopened, (_, { present }) => ({ voters: present }));

on(PermitGranted, (_, { baseId, validUntil }) => ({ permit: { baseId, validUntil } }));
on(PermitAmended, (_, { baseId, validUntil }) => ({ permit: { baseId, validUntil } }));
on(PermitRenewed, (_, { baseId, validUntil }) => ({ permit: { baseId, validUntil } }));
on(PermitReinstated, (_, { baseId, validUntil }) => ({ permit: { baseId, validUntil } }));
on(PermitRevoked, () => ({ permit: null }));
on(PermitExpired, () => ({ permit: null }));

on(WorkspaceRequested, (_, { members }) => ({ members: unique(members) }));
on(WorkspacePermitFollowed, (_, { members }) => ({ members: unique(members) }));
on(WorkspaceReopened, (_, { members }) => ({ members: unique(members) }));
on(ExportSubmitted, ({ requesters }, { exportId, requesterId }) => ({
  requesters: { ...requesters, [exportId]: requesterId },
}));
