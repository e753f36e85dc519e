import { AfterInput } from '@hub/http-edge/page';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
} from 'class-validator';

export class SessionInput {
  /** An instant with its zone, `2026-03-24T14:00:00+01:00`. */
  @IsISO8601({ strict: true, strictSeparator: true })
  startsAt: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  place?: string;

  /** Of the meeting at a distance. */
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false })
  @MaxLength(1_000)
  link?: string;
}

export class AgendaInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  caseId: string;

  /** The president takes the case up although reports are missing. */
  @IsOptional()
  @IsBoolean()
  admit?: boolean;
}

export class RemovalInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  caseId: string;
}

export class PresenceInput {
  /** Ids of the members present; who opens the session is among them in any case. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  present: string[];
}

export class MinutesInput {
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  remarks?: string;
}

export class CancellationInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  reason: string;
}

export class LanguageInput {
  @IsOptional()
  @IsIn(['en', 'fr'])
  lang: 'en' | 'fr' = 'fr';
}

export class SessionListInput extends AfterInput {}
