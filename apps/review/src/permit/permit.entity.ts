import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the register: one permit, in its present version. */
@Entity('permit')
export class PermitRow {
  @PrimaryColumn('text', { name: 'base_id' })
  baseId: string;

  @Column('integer')
  year: number;

  @Column('integer')
  number: number;

  @Column('text', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'application_id' })
  applicationId: string;

  @Column('text', { name: 'permit_id' })
  permitId: string;

  @Column('integer')
  version: number;

  @Column('text')
  status: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { array: true })
  datasets: string[];

  /** `person@organisation` of everybody named. */
  @Column('text', { array: true })
  members: string[];

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_until' })
  validUntil: string;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;

  /** AMENDMENT_REQUESTED, RENEWAL_REQUESTED or REVOKE_APPEALED: what waits for a ruling. */
  @Column('text', { nullable: true })
  pending: string | null;
}

/** A key that has signed a permit: published for as long as its permits are. */
@Entity('permit_key')
export class PermitKeyRow {
  @PrimaryColumn('text', { name: 'key_id' })
  keyId: string;

  @Column('text')
  pem: string;

  @Column('timestamptz')
  since: Date;
}
