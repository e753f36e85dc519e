import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, Max, Min } from 'class-validator';

export class DossierListInput {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  /** Of the last one seen: its `updatedAt`. */
  @IsOptional() @IsISO8601() before?: string;
}
