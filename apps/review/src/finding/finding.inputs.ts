import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type Finding, findingOutcomes } from './finding.js';

export class FindingInput {
  /** Key of one of the procedure's criteria. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  criterion: string;

  @IsIn(findingOutcomes)
  finding: Finding['finding'];

  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  reasons: string;
}
