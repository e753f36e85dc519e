import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

export class NoticesInput {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  /** `next` of the page before. */
  @IsOptional() @Matches(/^[A-Za-z0-9_-]{1,300}$/) after?: string;
  /** Only those not read yet. */
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() unread = false;
  @IsOptional() @IsIn(['task', 'status']) kind?: 'task' | 'status';
  /** By time, the latest first; or those not read yet before all others. */
  @IsOptional() @IsIn(['time', 'unread-first']) order: 'time' | 'unread-first' = 'time';
  /** Words that all occur, in either language, or the reference. */
  @IsOptional() @IsString() @Length(1, 200) q?: string;
}
