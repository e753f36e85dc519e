import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

export class MemberInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  memberId: string;
}

export class PresentInput {
  /** Ids of the members present, the president among them or not. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  present: string[];
}

export class HearingInput {
  /** An instant with its zone, `2026-03-17T10:00:00+01:00`. */
  @IsISO8601({ strict: true, strictSeparator: true })
  heldOn: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(5_000, { each: true })
  questions: string[];
}

export class RemarkTextInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(50_000)
  text: string;
}

export class HearingSummaryInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(50_000)
  summary: string;
}

export class LoadInput {
  /** A civil month; this one where absent. */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;
}

export class DocumentInput {
  @IsOptional()
  @Type(() => String)
  @IsIn(['en', 'fr'])
  lang: 'en' | 'fr' = 'fr';
}
