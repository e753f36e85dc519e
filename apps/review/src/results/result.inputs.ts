import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { BilingualInput } from '../register/register.inputs.js';

export class ResultInput {
  @ValidateNested()
  @Type(() => BilingualInput)
  @IsNotEmpty()
  title: BilingualInput;

  @ValidateNested()
  @Type(() => BilingualInput)
  @IsNotEmpty()
  summary: BilingualInput;

  /** Web addresses and DOIs; nothing that a browser would run. */
  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(500, { each: true })
  @Matches(/^(https?:\/\/[^\s<>"]+|10\.\d{4,9}\/[^\s<>"]+)$/, { each: true })
  links: string[];

  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  publishedOn: string;
}

export class CorrectionInput extends ResultInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}

export class ExtensionInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  reason: string;
}
