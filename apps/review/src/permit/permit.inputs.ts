import { LimitInput } from '@hub/http-edge/page';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
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

/** The signed document as GET /permits/{id} answers it, or the number and the fingerprint that a print shows. */
export class CopyInput {
  @ValidateIf(({ sha256 }) => sha256 === undefined)
  @IsObject()
  document?: Record<string, unknown>;

  @ValidateIf(({ sha256 }) => sha256 === undefined)
  @IsString()
  @MaxLength(200)
  signature?: string;

  @ValidateIf(({ sha256 }) => sha256 === undefined)
  @IsString()
  @MaxLength(200)
  keyId?: string;

  @ValidateIf(({ sha256 }) => sha256 !== undefined)
  @IsString()
  @MaxLength(200)
  id?: string;

  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  sha256?: string;
}

export class LanguageInput {
  @IsOptional()
  @IsIn(['en', 'fr'])
  lang: 'en' | 'fr' = 'fr';
}

export class RegisterInput extends LimitInput {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  offset = 0;
}
