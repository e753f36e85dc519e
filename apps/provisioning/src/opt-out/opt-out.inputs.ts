import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** No blanks around it. */
const CLEAN = /^\S(.*\S)?$/;

export class OptOutInput {
  /** The identifier under which the datasets hold the person; no name. It is kept as a keyed hash only. */
  @IsString() @MaxLength(200) @Matches(CLEAN) person: string;
  /** When the person said so, an instant with its zone: `2026-01-31T09:30:00Z`. */
  @IsString() @MaxLength(40) given: string;
  /** When the person took it back, if they did. */
  @IsOptional() @IsString() @MaxLength(40) reversed?: string;
}

export class LookUpInput {
  @IsString() @MaxLength(200) @Matches(CLEAN) person: string;
  /** The instant asked about; unless stated, now. */
  @IsOptional() @IsString() @MaxLength(40) asAt?: string;
}
