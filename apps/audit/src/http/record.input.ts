import { Transform, Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** Which records, and how many at a time. */
export class RecordsInput {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  actor?: string;

  /** `review.permit` or `review.permit/HDH-2026-000001-v1` */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  @Matches(/^[^/]+(\/.+)?$/)
  object?: string;

  /** `review.permit.granted.v1` */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  type?: string;

  /** When it occurred: from here on */
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  /** until before here */
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  /** Log index of the last record already seen */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(-1)
  @Max(Number.MAX_SAFE_INTEGER - 1)
  after: number = -1;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit: number = 100;
}

/** Two sizes of the log. */
export class ConsistencyInput {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  from: number;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  to: number;
}

/** Kept heads beyond a size. */
export class KeptHeadsInput {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  after: number = 0;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  limit: number = 1000;
}

/** Where to begin a stream. */
export class StreamInput {
  /** Log index of the last record already seen; the `Last-Event-ID` header goes before it */
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(-1)
  @Max(Number.MAX_SAFE_INTEGER - 1)
  after: number = -1;
}
