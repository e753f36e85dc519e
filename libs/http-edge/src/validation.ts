import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { edgeProblem, type FieldError } from './problem.js';

/** Parses once, at the edge: unknown fields are refused, all errors are listed at once. */
export const inputValidation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => edgeProblem('invalid-input', { errors: fieldErrors(errors) }),
  });

export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = parent ? `${parent}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
      field,
      code: code === 'whitelistValidation' ? 'unknown-field' : code,
      en: english(code, error.property, message),
      fr: french(code, error.property, message),
    }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

function english(code: string, property: string, message: string): string {
  return code === 'whitelistValidation' ? `There is no field ${property} here: remove it.` : `${sentence(message)}.`;
}

/** French for the constraints that our inputs use; `#` is the number in the English message. */
const inFrench: Readonly<Record<string, string>> = {
  whitelistValidation: "n'existe pas ici : à retirer",
  isDefined: 'est obligatoire',
  isNotEmpty: 'ne peut pas être vide',
  isString: 'doit être un texte',
  isBoolean: 'doit être vrai ou faux',
  isInt: 'doit être un nombre entier',
  isNumber: 'doit être un nombre',
  isArray: 'doit être une liste',
  isObject: 'doit être un objet',
  isEmail: 'doit être une adresse électronique',
  isUuid: 'doit être un UUID',
  isISO8601: 'doit être une date ISO 8601 (2026-01-31)',
  isDateString: 'doit être une date ISO 8601 (2026-01-31)',
  min: 'doit valoir au moins #',
  max: 'doit valoir au plus #',
  minLength: 'doit compter au moins # caractères',
  maxLength: 'doit compter au plus # caractères',
  isLength: 'doit avoir une longueur entre # et #',
  arrayMinSize: 'doit compter au moins # éléments',
  arrayMaxSize: 'doit compter au plus # éléments',
  arrayNotEmpty: 'ne peut pas être vide',
  arrayUnique: 'ne peut pas contenir deux fois la même valeur',
  matches: "n'a pas la forme attendue (#)",
};

function french(code: string, property: string, message: string): string {
  if (code === 'isEnum' || code === 'isIn')
    return `${property} doit être l'une des valeurs : ${message.split(': ')[1] ?? ''}.`;
  const template = inFrench[code];
  if (!template) return `${property} n'est pas valable (${message}).`;
  const numbers = message.match(code === 'matches' ? /\/.*\// : /\d+/g) ?? [];
  let next = 0;
  return `${property} ${template.replace(/#/g, () => numbers[next++] ?? '')}.`;
}

const sentence = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1);
