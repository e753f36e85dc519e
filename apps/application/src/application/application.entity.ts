import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the lists: one application as its people find it. */
@Entity('application_list')
export class ApplicationListRow {
  @PrimaryColumn('text')
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  status: string;

  @Column('text')
  title: string;

  /** The title as it is looked for. */
  @Column('text')
  search: string;

  @Column('text')
  procedure: string;

  @Column('text', { name: 'lead_id' })
  leadId: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  /** `person@organisation` of everybody in the team. */
  @Column('text', { array: true })
  members: string[];

  /** Ids of the people who are invited. */
  @Column('text', { array: true })
  invited: string[];

  @Column('text', { array: true })
  reviewers: string[];

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** Of a draft whose people were told that it ends. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
}
