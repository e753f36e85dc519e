import { PageInput } from '@hub/http-edge/page';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { accessRoutes, anonymisations } from '../decision/delivery-terms.js';
import { type ExpressOpinion, opinions } from './case.events.js';

const text = 20_000;

export class OfficerInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  officerId: string;
}

export class RemarkInput {
  /** `section.field` of the application's form. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  field: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  remark: string;
}

export class InformationRequestInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RemarkInput)
  remarks: RemarkInput[];
}

export class ReasonsInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reasons: string;
}

export class ReasonInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  reason: string;
}

export class InterestInput {
  @IsBoolean()
  interest: boolean;
}

export class RapporteursInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  rapporteurs: string[];
}

export class ReportInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200_000)
  text: string;

  @IsIn(opinions)
  proposal: ExpressOpinion;
}

export class OpenVoteInput {
  /** Ids of the members present, the president among them or not. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  present: string[];
}

export class VoteInput {
  @IsIn(opinions)
  vote: ExpressOpinion;
}

export class GroundsInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  methodology: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  necessityOfPersonalData: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  scientificAndEthicalRelevance: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(text)
  publicInterest: string;
}

export class OpinionInput {
  @IsObject()
  @ValidateNested()
  @Type(() => GroundsInput)
  grounds: GroundsInput;

  @IsOptional()
  @IsString()
  @MaxLength(text)
  recommendations?: string;

  @IsOptional()
  @IsIn(opinions)
  castingVote?: ExpressOpinion;
}

export class ListInput extends PageInput {
  @IsOptional()
  @IsString()
  @MaxLength(50)
  status?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  procedure?: string;

  /** `me`, `none`, or an officer's id. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  officer?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  overdue?: 'true' | 'false';

  /** Of requests for statistics: on what terms they are delivered. */
  @IsOptional()
  @IsIn(anonymisations)
  anonymisation?: string;

  @IsOptional()
  @IsIn(accessRoutes)
  accessRoute?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  safeguard?: string;

  /** A letter of Regulation (EU) 2025/327, art. 53(1). */
  @IsOptional()
  @IsString()
  @MaxLength(1)
  deliveryPurpose?: string;
}
