import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class LetterInput {
  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsIn(['lead', 'member', 'implementer'])
  role: 'lead' | 'member' | 'implementer';

  @IsOptional()
  @IsIn(['en', 'fr'])
  language?: 'en' | 'fr';
}

export class AcceptanceInput {
  /** The part of the link after `#`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  secret: string;
}

export class LeadInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  personId: string;
}
