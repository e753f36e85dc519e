import { LimitInput } from '@hub/http-edge/page';
import { ArrayMaxSize, ArrayUnique, IsArray, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class MessageInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  text: string;

  /** `section.field`, where it is about one. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  field?: string;

  /** Ids of files that were sent for it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  attachments?: string[];
}

export class MessageListInput extends LimitInput {
  /** Id of the last message of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  before?: string;

  /** Only those about this field. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  field?: string;
}

export class ReadInput {
  /** Id of the newest message that was read. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  upTo: string;
}

export class MessageFileInput {
  /** The file's name with its ending, which must be true to the content. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;
}
