import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class AttachmentInput {
  /** The file's name with its ending, which must be true to the content. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** `section.field`, where it answers or explains one. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  field?: string;
}
