import { IsIn, IsOptional } from 'class-validator';

export class LanguageInput {
  @IsOptional()
  @IsIn(['en', 'fr'])
  lang: 'en' | 'fr' = 'fr';
}
