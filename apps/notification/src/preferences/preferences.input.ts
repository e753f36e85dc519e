import { IsEmail, IsIn, IsOptional, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { Language } from '../rules/rule.js';
import { type Way, ways } from './preferences.js';

export class PreferencesInput {
  /** A new address, which a code confirms; `null` takes the address out; left out, it stays. */
  @IsOptional() @ValidateIf(({ email }) => email !== null) @IsEmail() @MaxLength(254) email?: string | null;
  @IsIn(['en', 'fr']) language: Language;
  /** How notices that ask you to act also come by e-mail. */
  @IsIn(ways) task: Way;
  /** How notices of what happened also come by e-mail. */
  @IsIn(ways) status: Way;
}

export class ConfirmInput {
  @Matches(/^\d{6}$/) code: string;
}
