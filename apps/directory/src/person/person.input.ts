import { IsString, Length } from 'class-validator';

export class PeopleQuery {
  /** Up to 100 ids, comma separated. */
  @IsString() @Length(1, 20_000) ids: string;
}
