/** One statement as a service sent it to Postgres. */
export interface Statement {
  readonly database: string;
  readonly text: string;
  /** As text, which Postgres takes for every type. */
  readonly values: readonly (string | null)[];
}

const entryStart = /^\d{4}-\d\d-\d\d [\d:.]+ UTC \[(\d+)\] \S*@(\S*) ([A-Z]+): {2}(.*)$/;

interface Entry {
  readonly session: string;
  readonly database: string;
  readonly severity: string;
  text: string;
}

/** Reads Postgres's log, written with `log_statement = 'all'` and the launcher's prefix of lines. */
export function readStatements(log: string): Statement[] {
  const entries: Entry[] = [];
  for (const line of log.split('\n')) {
    const start = entryStart.exec(line);
    if (start)
      entries.push({
        session: start[1] as string,
        database: start[2] as string,
        severity: start[3] as string,
        text: start[4] as string,
      });
    else if (line.startsWith('\t') && entries.length > 0) (entries.at(-1) as Entry).text += `\n${line.slice(1)}`;
  }
  return entries.flatMap((entry, at) => {
    const text = /^(?:execute [^:]+|statement): ([\s\S]*)$/.exec(entry.text)?.[1];
    if (entry.severity !== 'LOG' || text === undefined) return [];
    const next = entries.slice(at + 1).find(({ session }) => session === entry.session);
    const values = next?.severity === 'DETAIL' ? valuesIn(next.text) : [];
    return [{ database: entry.database, text, values }];
  });
}

/** `Parameters: $1 = 'it''s', $2 = NULL` */
function valuesIn(detail: string): (string | null)[] {
  const found = detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g);
  return [...found].map(([, value]) => value?.replaceAll("''", "'") ?? null);
}
