import * as contract from '@hub/contracts';
import { type Change, on } from './dossier.js';

export const applicationChanges: readonly (readonly [string, Change])[] = [
  on(contract.ApplicationDrafted, (_, { procedure, leadId, organisationId }) => ({
    status: 'DRAFT',
    procedure,
    leadId,
    organisationId,
    team: [{ personId: leadId, organisationId, role: 'lead' }],
  })),
  on(contract.ApplicationMemberJoined, ({ team }, { member }) => ({
    team: [...team.filter(({ personId }) => personId !== member.personId), member],
  })),
  on(contract.ApplicationMemberLeft, ({ team }, { personId }) => ({
    team: team.filter((member) => member.personId !== personId),
  })),
  on(contract.ApplicationLeadHandedOver, ({ team }, { fromId, toId }) => ({
    leadId: toId,
    team: team.map((member) =>
      member.personId === toId
        ? { ...member, role: 'lead' as const }
        : member.personId === fromId
          ? { ...member, role: 'member' as const }
          : member,
    ),
  })),
  on(contract.ApplicationSubmitted, (_, { procedure, leadId, organisationId, team }) => ({
    status: 'SUBMITTED',
    procedure,
    leadId,
    organisationId,
    team,
  })),
  on(contract.ApplicationInformationAwaited, () => ({ status: 'AWAITING_ADDITIONAL_INFORMATION' })),
  // The status that follows is the review's to say, and comes as `status-followed`.
  on(contract.ApplicationInformationProvided, (_, { team }) => ({ status: 'PROCESSING', team })),
  on(contract.ApplicationStatusFollowed, (_, { status }) => ({ status })),
  on(contract.ApplicationWithdrawn, () => ({ status: 'WITHDRAWN' })),
  on(contract.ApplicationDeleted, () => ({ status: 'DELETED' })),
  // Nothing of an expired draft can be read any more: as if it had been deleted.
  on(contract.ApplicationDraftExpired, () => ({ status: 'DELETED' })),
];
