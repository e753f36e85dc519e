import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnySlice } from '@hub/decider';

/** Commands of people that decide nothing which somebody else could decide at the same time, each with the reason. */
export type Uncontested = readonly (readonly [command: AnySlice, reason: string])[];

export interface CommandsOfService {
  /** The service's `src`. */
  readonly source: string;
  /** The commands of each aggregate. */
  readonly aggregates: readonly (readonly AnySlice[])[];
  /** Those that a test gives twice, at the same time. */
  readonly contested: readonly AnySlice[];
  readonly uncontested: Uncontested;
  /** What the service itself is to its aggregates; `system` unless said. */
  readonly itself?: readonly string[];
}

/**
 * What a service's tests forget: every command that people give is either given twice at once or says why not.
 * Commands that the service gives itself, by a reaction or a clock, have no two people.
 */
export function forgotten(service: CommandsOfService): string[] {
  const { source, aggregates, contested, uncontested, itself = ['system'] } = service;
  const commands = aggregates.flat();
  const listed = [...new Set(contested), ...uncontested.map(([command]) => command)];
  const times = (command: AnySlice) => listed.filter((one) => one === command).length;
  const made = aggregatesIn(source);
  return [
    ...commands
      .filter((command) => command.by.some((relation) => !itself.includes(relation)) && times(command) === 0)
      .map(({ name }) => `${name}: give it twice at once in a test, or say why it decides nothing`),
    ...commands
      .filter((command) => times(command) > 1)
      .map(({ name }) => `${name}: given twice at once and said to decide nothing`),
    ...listed.filter((command) => !commands.includes(command)).map(({ name }) => `${name}: a command of no aggregate`),
    ...(made.length === aggregates.length ? [] : [`${aggregates.length} aggregates listed, of ${made.join(', ')}`]),
  ];
}

/** The files that make an aggregate's slices, one an aggregate. */
const aggregatesIn = (source: string): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && /\bslicesOf</.test(readFileSync(join(source, file), 'utf8')),
  );
