import type { Measure } from '@hub/disclosure';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

export class ExportInput {
  /** A query of this workspace; it is run again and its result becomes the file. */
  @IsString() @IsNotEmpty() @MaxLength(200) queryId: string;
  @IsString() @IsNotEmpty() @MaxLength(200) title: string;
  /** What the result shows and why it is safe to let it go. */
  @IsString() @IsNotEmpty() @MaxLength(10_000) context: string;
  /** What columns hold, by name. */
  @IsOptional() @IsObject() measures?: Record<string, Measure>;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) dimensions?: string[];
  /** Counts were rounded to the base of the procedure. */
  @IsOptional() @IsBoolean() rounded?: boolean;
}

export class VoteInput {
  @IsIn(['approve', 'request-changes', 'refuse']) decision: 'approve' | 'request-changes' | 'refuse';
  @IsOptional() @IsString() @MaxLength(10_000) remark?: string;
  /** SHA-256 of the file that was looked at. */
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
}

export class ReleaseInput {
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
}

export class RecallInput {
  @IsString() @IsNotEmpty() @MaxLength(2_000) reason: string;
}
