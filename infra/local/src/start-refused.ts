/** A reason why the hub cannot start, as one sentence with its remedy. Shown without a stack. */
export class StartRefused extends Error {}

/** The last lines of a log, for a message about the process that wrote it. */
export function lastLines(text: string, count = 5): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
