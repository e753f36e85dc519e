import { LimitInput } from '@hub/http-edge/page';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import type { Side } from './sides.js';

const side = '(applicant|officer|authority|holder:[A-Za-z0-9._-]{1,200})';

export class MessageInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  text: string;

  /**
   * The other sides of a thread: `applicant`, `officer`, `authority`, `holder:` and the holder's id. Absent: the
   * correspondence between the team and whoever examines the application.
   */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(new RegExp(`^${side}$`), { each: true })
  with?: Side[];

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

  /** The authority of another country that shared the files: kept in a thread of `officer` and `authority` alone. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  origin?: string;
}

export class MessageListInput extends LimitInput {
  /** The sides of a thread, all of them, with commas between; absent: the case's own correspondence. */
  @IsOptional()
  @Matches(new RegExp(`^${side}(,${side}){0,20}$`))
  thread?: string;

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
