import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the catalogue's events say of a dataset: as much as a basket must be checked against. */
@Entity('known_dataset')
export class KnownDataset {
  @PrimaryColumn('text')
  id: string;

  @Column('integer')
  version: number;

  @Column('text', { name: 'holder_id' })
  holderId: string;

  @Column('boolean')
  offered: boolean;

  /** The columns by table. */
  @Column('jsonb')
  tables: Record<string, string[]>;
}
