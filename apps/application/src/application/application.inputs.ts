import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Answers } from '../form/form.js';

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class DraftInput {
  @IsString()
  @IsNotEmpty()
  procedure: string;
}

export class AnswersInput {
  /** By `section.field`. */
  @IsObject()
  answers: Answers;
}

export class TableInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  table: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(2_000)
  @ArrayUnique()
  @IsString({ each: true })
  columns: string[];
}

export class DatasetInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  datasetId: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => TableInput)
  tables: TableInput[];
}

export class PeriodInput {
  @Matches(day)
  from: string;

  @Matches(day)
  to: string;
}

export class PopulationInput {
  @IsString()
  @IsNotEmpty()
  datasetId: string;

  @IsString()
  @IsNotEmpty()
  table: string;

  @IsString()
  @IsNotEmpty()
  column: string;

  @IsIn(['in', 'between', 'at-least', 'at-most', 'starts-with'])
  operator: 'in' | 'between' | 'at-least' | 'at-most' | 'starts-with';

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1_000)
  values: (string | number)[];
}

export class BasketInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => DatasetInput)
  datasets: DatasetInput[];

  @IsObject()
  @ValidateNested()
  @Type(() => PeriodInput)
  period: PeriodInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => PopulationInput)
  population?: PopulationInput;
}

export class InviteInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  personId: string;

  @IsIn(['member', 'implementer'])
  role: 'member' | 'implementer';
}
