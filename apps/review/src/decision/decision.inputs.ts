import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { accessRoutes, anonymisations, type DeliveryTerms } from './delivery-terms.js';

const text = 20_000;

export class DatasetDecisionInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  datasetId: string;

  @IsIn(['GRANTED', 'REFUSED'])
  decision: 'GRANTED' | 'REFUSED';

  /** Of a refusal. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons?: string;
}

/** On what terms a request for statistics is answered. */
export class DeliveryTermsInput {
  @IsIn(anonymisations)
  anonymisation: DeliveryTerms['anonymisation'];

  @IsIn(accessRoutes)
  accessRoute: DeliveryTerms['accessRoute'];

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(500, { each: true })
  safeguards: string[];
}

/** What an authorisation contains beside its reasons. */
export class AuthorisationInput {
  /** How long the permit lasts; the procedure's default where absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  months?: number;

  /** Conditions beside those that every permit carries. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(2_000, { each: true })
  conditions?: string[];

  /** Each dataset that was asked for, where some are granted and others refused. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DatasetDecisionInput)
  datasets?: DatasetDecisionInput[];

  /** Of an answer in statistics. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DeliveryTermsInput)
  terms?: DeliveryTermsInput;

  /** Opt-outs are set aside (Regulation (EU) 2025/327, art. 71(4)). */
  @IsOptional()
  @IsBoolean()
  optOutException?: boolean;

  /** Why opt-outs are set aside; needed where they are. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  optOutReasons?: string;

  /** What the workspace has beside what every workspace has. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  tools?: string[];
}

export class DecisionInput extends AuthorisationInput {
  @IsIn(['AUTHORISED', 'REFUSED'])
  decision: 'AUTHORISED' | 'REFUSED';

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons: string;

  /** Where a data holder has proposed a decision: whether it is followed. */
  @IsOptional()
  @IsBoolean()
  followedProposal?: boolean;

  /** Why it is followed or not; needed where it is not. */
  @IsOptional()
  @IsString()
  @MaxLength(text)
  reasonsOnProposal?: string;
}

export class DeclineInput {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons?: string;
}

export class DecisionAppealInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  grounds: string;
}

export class DecisionAppealRulingInput {
  @IsIn(['APPROVED', 'REJECTED'])
  ruling: 'APPROVED' | 'REJECTED';

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons: string;

  /** What is authorised instead, of an approval. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AuthorisationInput)
  authorise?: AuthorisationInput;
}

export class FeesInput {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  months?: number;

  @IsBoolean()
  publicBody: boolean;

  @IsOptional()
  @IsInt()
  @Min(-100_000_000)
  @Max(100_000_000)
  adjustmentCents?: number;

  /** Of an adjustment. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons?: string;
}

export class StatisticsInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reference: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  countColumn: string;

  @IsArray()
  @ArrayMaxSize(5_000)
  @IsObject({ each: true })
  rows: Record<string, string | number>[];
}
