import { IsIn, IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';

export class RegisterDeliveryInput {
  @IsString() @IsNotEmpty() @MaxLength(200) datasetId: string;
  @IsString() @IsNotEmpty() @MaxLength(200) table: string;
  @IsIn(['csv', 'parquet']) format: 'csv' | 'parquet';
  /** A Table Schema that also states personKey, dateColumn (null where there is none) and identifiers. */
  @IsObject() schema: Record<string, unknown>;
}
