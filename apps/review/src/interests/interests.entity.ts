import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tie } from './interests.js';

/** A member's standing declaration, as everybody reads it and as projects are matched with it. */
@Entity('committee_interests')
export class InterestsRow {
  @PrimaryColumn('text', { name: 'member_id' })
  memberId: string;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt: Date;

  @Column('date', { name: 'confirm_by' })
  confirmBy: string;

  @Column('jsonb')
  ties: Tie[];

  @Column('text', { array: true })
  keys: string[];
}
