import type { EventContract } from '@hub/contracts';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Schema } from './snapshot.js';

/** Compiles a schema as the services' consumers do: unknown members are ignored, formats are checked. */
export function compile(schema: Schema): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats.default(ajv);
  return ajv.compile(schema);
}

const wireName = /^[a-z]+(\.[a-z]+(-[a-z]+)*){2}\.v[1-9]\d*$/;

/** What is wrong with a contract by itself: its names, and its example. */
export function contractFindings({ type, topic, summary, data, example }: EventContract): string[] {
  const findings: string[] = [];
  if (!wireName.test(type)) findings.push(`${type}: a wire name is <service>.<aggregate>.<fact>.v<n>`);
  const [service, aggregate] = type.split('.');
  if (!new RegExp(`^hub\\.${service}\\.${aggregate}\\.v[1-9]\\d*$`).test(topic)) {
    findings.push(`${type}: its topic must be hub.${service}.${aggregate}.v<n>, not ${topic}`);
  }
  if (!/\.$/.test(summary)) findings.push(`${type}: its summary must be a sentence`);
  const validate = compile(data as unknown as Schema);
  if (!validate(example)) {
    for (const { instancePath, message } of validate.errors ?? [])
      findings.push(`${type}: its example is not valid: ${instancePath} ${message}`);
  }
  return findings;
}
