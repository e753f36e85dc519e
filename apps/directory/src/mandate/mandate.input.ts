import { type Role, roles } from '@hub/contracts';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsDay } from '../day.input.js';

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
  @IsOptional() @IsDay() from?: string;
  /** Last day; until further notice unless given. */
  @IsOptional() @IsDay() to?: string;
}

export class DelegateMandateInput {
  /** Somebody who holds a mandate of the same organisation. */
  @IsString() @Length(1, 200) delegateId: string;
  /** First day; today unless given. */
  @IsOptional() @IsDay() from?: string;
  /** Last day. */
  @IsDay() to: string;
}

export class MandateQuery {
  @IsOptional() @IsString() @Length(1, 200) personId?: string;
  @IsOptional() @IsString() @Length(1, 200) organisationId?: string;
}
