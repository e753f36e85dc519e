import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the lists: one case as its people find it. */
@Entity('case_list')
export class CaseListRow {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'application_id' })
  applicationId: string;

  @Column('integer')
  version: number;

  @Column('text')
  status: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column('text', { nullable: true })
  opinion: string | null;

  @Column('text', { nullable: true })
  decision: string | null;

  /** The terms on which statistics are delivered, as far as the decision states any: these four. */
  @Column('text', { nullable: true })
  anonymisation: string | null;

  @Column('text', { name: 'access_route', nullable: true })
  accessRoute: string | null;

  @Column('text', { array: true })
  safeguards: string[];

  /** Letters of Regulation (EU) 2025/327, art. 53(1). */
  @Column('text', { name: 'delivery_purposes', array: true })
  deliveryPurposes: string[];

  @Column('boolean')
  urgent: boolean;

  /** Of the clock that ends next; absent while none runs. */
  @Column('timestamptz', { name: 'next_due_at', nullable: true })
  nextDueAt: Date | null;

  /** The earliest end that passed while the act is still awaited. */
  @Column('timestamptz', { name: 'overdue_since', nullable: true })
  overdueSince: Date | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** `person@organisation` of everybody in the team. */
  @Column('text', { array: true })
  members: string[];

  /** Ids of everybody in the team, whatever organisation they act for. */
  @Column('text', { array: true })
  people: string[];

  /** The organisations of the applicant and the team: their people are not asked to examine it. */
  @Column('text', { array: true })
  organisations: string[];

  @Column('text', { array: true })
  recused: string[];

  @Column('text')
  procedure: string;

  /** Roles that find the case whatever organisation they act for. */
  @Column('text', { array: true })
  readers: string[];

  /** Roles of the committee, from the moment that the case is before it. */
  @Column('text', { array: true })
  committee: string[];

  /** Organisations whose data holders assess the case, from the moment that it is before them. */
  @Column('text', { array: true })
  holders: string[];
}
