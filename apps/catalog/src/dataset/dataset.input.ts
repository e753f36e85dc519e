import { IsIn, IsOptional } from 'class-validator';

export class DatasetQueryOptions {
  /** `full`: every table with its variables. */
  @IsOptional()
  @IsIn(['full', 'summary'])
  tables?: 'full' | 'summary';
}
