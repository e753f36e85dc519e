import { IsIn, IsOptional } from 'class-validator';

export class ImportQuery {
  /** `true`: what is complete is published at once. */
  @IsOptional()
  @IsIn(['true', 'false'])
  publish?: 'true' | 'false';
}
