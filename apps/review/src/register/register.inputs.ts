import { IsLimit, IsPlace } from '@hub/http-edge/page';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { type Kind, kinds } from './kind.js';

export class BilingualInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  fr: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  en: string;
}

export class PublicationInput {
  @ValidateNested()
  @Type(() => BilingualInput)
  @IsNotEmpty()
  title: BilingualInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualInput)
  summary?: BilingualInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualInput)
  confidentialityGround?: BilingualInput;

  /** The decision and its reasons in plain words. */
  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualInput)
  decision?: BilingualInput;
}

export class RegisterFilters {
  /** Words to find, in French or English, with or without accents. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  q?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  procedure?: string;

  @IsOptional()
  @IsIn(kinds)
  kind?: Kind;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  organisation?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  dataset?: string;

  /** Of the reception. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2200)
  year?: number;

  /** Decisions whose publication is overdue. */
  @IsOptional()
  @IsIn(['OVERDUE', 'PUBLISHED', 'DUE'])
  publication?: 'OVERDUE' | 'PUBLISHED' | 'DUE';

  @IsOptional()
  @IsIn(['OVERDUE', 'PUBLISHED', 'DUE'])
  results?: 'OVERDUE' | 'PUBLISHED' | 'DUE';
}

export class RegisterPageInput extends RegisterFilters {
  @IsLimit()
  limit = 50;

  @IsPlace()
  after?: string;
}
