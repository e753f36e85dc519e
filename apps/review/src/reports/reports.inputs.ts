import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const month = /^\d{4}-(0[1-9]|1[0-2])$/;

export class DelaysInput {
  /** First month of the cases' ends, `2026-01`. */
  @IsOptional()
  @Matches(month)
  from?: string;

  /** Last month, included. */
  @IsOptional()
  @Matches(month)
  until?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  procedure?: string;
}

export class ActivityInput {
  @IsOptional()
  @IsIn(['year', 'quarter', 'month'])
  per: 'year' | 'quarter' | 'month' = 'year';
}
