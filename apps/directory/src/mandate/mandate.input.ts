import { type Role, roles } from '@hub/contracts';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class GiveMandateInput {
  @IsString() @Length(1, 200) personId: string;
  @IsString() @Length(1, 200) organisationId: string;
  @IsIn(roles) role: Role;
  /** What the role is limited to, by id; left out, it holds for all that is the organisation's. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  scope?: string[];
  /** First day; today unless given. */
  @IsOptional() @Matches(day) from?: string;
  /** Last day; until further notice unless given. */
  @IsOptional() @Matches(day) to?: string;
}

export class MandateQuery {
  @IsOptional() @IsString() @Length(1, 200) personId?: string;
  @IsOptional() @IsString() @Length(1, 200) organisationId?: string;
}
