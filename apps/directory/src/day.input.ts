import { IsISO8601, Matches } from 'class-validator';

const form = /^\d{4}-\d{2}-\d{2}$/;

/** A civil day that exists, `2026-01-31`. */
export const IsDay = (): PropertyDecorator => (target, property) => {
  Matches(form)(target, property as string);
  IsISO8601({ strict: true })(target, property as string);
};
