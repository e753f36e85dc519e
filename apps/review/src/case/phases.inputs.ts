import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type Proposal, proposals } from './case.events.js';
import { type CheckedItem, checkOutcomes } from './checklist.js';

const text = 20_000;

export class CheckedItemInput {
  /** Of a point of the procedure's checklist. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  key: string;

  @IsIn(checkOutcomes)
  outcome: CheckedItem['outcome'];

  @IsOptional()
  @IsString()
  @MaxLength(text)
  remark?: string;
}

export class CompletenessInput {
  /** Every point of the checklist once; absent: every point is met. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CheckedItemInput)
  items?: CheckedItemInput[];

  /** Décret 2019-536, art. 90: an urgent case has 15 days. */
  @IsOptional()
  @IsBoolean()
  urgent?: boolean;
}

export class RedirectionInput {
  /** The procedure that applies. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  procedure: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons: string;
}

export class TrackInput {
  /** The procedure whose limits apply from now on; the case's own names it among its tracks. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  track: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons: string;
}

export class ProposalInput {
  @IsIn(proposals)
  proposal: Proposal;

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons: string;
}
