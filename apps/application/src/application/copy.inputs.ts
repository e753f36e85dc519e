import { Type } from 'class-transformer';
import { Equals, IsObject, IsOptional, ValidateNested } from 'class-validator';
import type { Answers } from '../form/form.js';
import { BasketInput } from './application.inputs.js';

/** A file as `export` gives it. Of the application it came from, the procedure counts; of the form, nothing: the newest is filled. */
export class ImportInput {
  @Equals('hub.application')
  format: string;

  @Equals(1)
  formatVersion: number;

  /** With `procedure`; the rest tells where the file comes from. */
  @IsObject()
  application: { procedure: string };

  @IsOptional()
  @IsObject()
  form?: object;

  /** By `section.field`. */
  @IsObject()
  answers: Answers;

  @IsOptional()
  @ValidateNested()
  @Type(() => BasketInput)
  basket?: BasketInput;
}
