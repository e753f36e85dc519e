import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { type OrganisationKind, organisationKinds } from './organisation.js';

export class OrganisationQuery {
  /** Words of the name, in French or English. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(organisationKinds) kind?: OrganisationKind;
}

export class OrganisationName {
  @IsString() @Length(1, 200) fr: string;
  @IsString() @Length(1, 200) en: string;
}

export class RegisterOrganisationInput {
  @Matches(/^[a-z0-9][a-z0-9-]{0,98}[a-z0-9]$/) id: string;
  @IsIn(organisationKinds) kind: OrganisationKind;
  @ValidateNested() @Type(() => OrganisationName) name: OrganisationName;
}
