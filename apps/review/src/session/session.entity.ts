import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the lists: one session. */
@Entity('committee_session')
export class SessionRow {
  @PrimaryColumn('text')
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  status: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('text', { nullable: true })
  place: string | null;
}
