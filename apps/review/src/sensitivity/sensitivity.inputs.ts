import { IsIn } from 'class-validator';
import { ReasonsInput } from '../case/case.inputs.js';
import { type Sensitivity, sensitivityGrounds } from './sensitivity.js';

export class SensitivityInput extends ReasonsInput {
  @IsIn(sensitivityGrounds)
  ground: Sensitivity['ground'];
}
