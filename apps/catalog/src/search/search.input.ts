import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** One value or several of a query parameter: `?theme=HEAL&theme=ENVI`. */
const Several = () =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined ? undefined : Array.isArray(value) ? value : [value],
  );

export class PageQuery {
  /** Text, at most 400 characters of it are looked at. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  q?: string;

  /** Language of the texts to show, a BCP 47 tag. */
  @IsOptional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  lang?: string;

  /** Counted from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  page?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  size?: number;
}

/** Values of one facet are alternatives; different facets must all match. */
export class DatasetQuery extends PageQuery {
  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  holder?: string[];

  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(['PUBLIC', 'RESTRICTED', 'NON_PUBLIC'], { each: true })
  accessRight?: string[];

  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  healthCategory?: string[];

  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  healthTheme?: string[];

  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  theme?: string[];

  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  type?: string[];

  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  keyword?: string[];

  @IsOptional()
  @Several()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  spatial?: string[];
}

export class CodeListQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  holder?: string;
}
