import { AfterInput } from '@hub/http-edge/page';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type TiedTo, type TieKind, tiedTo, tieKinds } from './interests.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class TieInput {
  @IsIn(tieKinds)
  kind: TieKind;

  @IsIn(tiedTo)
  to: TiedTo;

  /** Of the directory where it has one; otherwise the name of the organisation, as applications write it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  id: string;

  @Matches(day)
  @IsISO8601({ strict: true })
  since: string;

  /** The last day; absent while the tie lasts. */
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  until?: string;
}

export class InterestsInput {
  /** All of them; an empty list declares that there are none. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => TieInput)
  ties: TieInput[];
}

export class InterestsListInput extends AfterInput {}
