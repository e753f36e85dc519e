import type { Role } from '@hub/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../day.input.js';
import { type OrganisationKind, organisationKinds, votingRoles } from './kinds.js';

export class OrganisationQuery {
  /** Words of the name, in French or English, or a SIREN. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(organisationKinds) kind?: OrganisationKind;
  /** `closed` for those that are no more; active ones unless said. */
  @IsOptional() @IsIn(['active', 'closed']) status?: 'active' | 'closed';
}

export class OrganisationName {
  @IsString() @Length(1, 200) fr: string;
  @IsString() @Length(1, 200) en: string;
}

export class AmendOrganisationInput {
  @IsIn(organisationKinds) kind: OrganisationKind;
  @ValidateNested() @Type(() => OrganisationName) name: OrganisationName;
  /** Left out: as organisations of this kind usually are. */
  @IsOptional() @IsBoolean() publicBody?: boolean;
  /** ISO 3166-1, two letters; FR unless said. */
  @IsOptional() @IsISO31661Alpha2() country?: string;
  /** The organisation that it is a part of. */
  @IsOptional() @IsString() @Length(1, 200) parentId?: string;
  /** Nine digits of the French register of companies. */
  @IsOptional() @Matches(/^\d{9}$/) siren?: string;
}

export class RegisterOrganisationInput extends AmendOrganisationInput {
  @Matches(/^[a-z0-9][a-z0-9-]{0,98}[a-z0-9]$/) id: string;
}

export class SeatsInput {
  @IsIn(votingRoles) role: Role;
  @IsInt() @Min(1) @Max(1000) number: number;
  /** Longest term of office, in years. */
  @IsOptional() @IsInt() @Min(1) @Max(20) termYears?: number;
  /** How often the same person may follow themselves. */
  @IsOptional() @IsInt() @Min(0) @Max(20) renewals?: number;
}

export class ComposeOrganisationInput {
  @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => SeatsInput) seats: SeatsInput[];
}

export class MembersQuery {
  /** The day to show; today unless given. */
  @IsOptional() @IsDay() at?: string;
}
