import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export class NamedPersonInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  personId: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  organisationId: string;

  @IsIn(['lead', 'member', 'implementer'])
  role: 'lead' | 'member' | 'implementer';
}

export class TeamAmendmentInput {
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

  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  reason: string;
}

export class RevocationInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  reasons: string;
}

export class RegisterInput {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  offset = 0;
}
