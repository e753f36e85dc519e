import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { NamedPersonInput } from './permit.inputs.js';

class ValidityInput {
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsDateString({ strict: true })
  from: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsDateString({ strict: true })
  until: string;
}

class AskedInput {
  /** The person of the permit whose letter an officer writes down. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  askedBy?: string;
}

class JustifiedInput extends AskedInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  justification: string;
}

export class AmendmentRequestInput extends JustifiedInput {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NamedPersonInput)
  add?: NamedPersonInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  remove?: string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => ValidityInput)
  validity?: ValidityInput;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  tools?: string[];

  /** Minor points in words. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(2_000, { each: true })
  points?: string[];

  // What no amendment can change is taken in, so that the refusal can say what it needs instead.
  @IsOptional()
  @IsArray()
  datasets?: unknown[];

  @IsOptional()
  @IsArray()
  linkage?: unknown[];

  @IsOptional()
  @IsArray()
  purposes?: unknown[];

  @IsOptional()
  @IsString()
  controller?: string;
}

export class RenewalRequestInput extends JustifiedInput {
  @IsInt()
  @Min(1)
  @Max(1_200)
  months: number;
}

export class ChangeRulingInput {
  @IsIn(['APPROVED', 'REJECTED'])
  ruling: 'APPROVED' | 'REJECTED';

  /** Of the request that was read. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  requestId: string;

  /** Of a rejection. */
  @ValidateIf(({ ruling }) => ruling === 'REJECTED')
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  reasons?: string;
}

export class AppealInput extends AskedInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  grounds: string;
}

export class AppealRulingInput {
  @IsIn(['APPROVED', 'REJECTED'])
  ruling: 'APPROVED' | 'REJECTED';

  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  reasons: string;
}
