import { LimitInput } from '@hub/http-edge/page';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class ListInput extends LimitInput {
  /** Of the last row seen: its `updatedAt`. Rows of that very instant are skipped; `after` skips none. */
  @IsOptional()
  @IsISO8601()
  before?: string;

  /** `next` of the page before. */
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\dT[\d:.]+Z~[\w-]{1,100}$/)
  after?: string;

  /** One or several, with commas between. */
  @IsOptional()
  @Transform(({ value }) => String(value).split(',').filter(Boolean))
  @ArrayMaxSize(20)
  @IsString({ each: true })
  status?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(100)
  procedure?: string;

  /** `mine`: of my teams and my invitations only, also for staff. */
  @IsOptional()
  @IsIn(['mine', 'all'])
  scope?: 'mine' | 'all';

  /** Words of the title, or their beginnings. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
