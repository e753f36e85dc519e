import type { Scene } from './trial.js';

export const labelOf = ({ status, name }: Scene<unknown>): string =>
  name === undefined ? status : `${status} (${name})`;

/**
 * How a row names its states: one whose histories all agree by its own name, and all that exist, or all but a few,
 * together.
 */
export function statesAmong(scenes: readonly Scene<unknown>[], begun: readonly Scene<unknown>[]) {
  const every = begun.map(labelOf);
  const shortened = (some: readonly string[]) =>
    [...new Set(scenes.map(({ status }) => status))].flatMap((status) => {
      const labels = scenes.filter((scene) => scene.status === status).map(labelOf);
      const present = labels.filter((label) => some.includes(label));
      return present.length === labels.length ? [status] : present;
    });
  return (had: readonly string[]): string[] => {
    const missing = shortened(every.filter((label) => !had.includes(label)));
    const few = had.length > 3 && missing.length <= 3 && had.every((label) => every.includes(label));
    if (!few) return shortened(had);
    return missing.length === 0
      ? ['every state']
      : missing.map((state, index) => (index === 0 ? `every state but ${state}` : state));
  };
}
