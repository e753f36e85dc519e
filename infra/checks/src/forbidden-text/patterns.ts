import { homedir } from 'node:os';
import { basename, dirname, sep } from 'node:path';

export interface Forbidden {
  readonly what: string;
  readonly pattern: RegExp;
}

/** What must never be committed, on whatever machine it was written. */
export const everywhere: readonly Forbidden[] = [
  {
    what: 'a path of somebody’s machine',
    pattern:
      /(?<![\w.])(\/home\/(?!node\b|researcher\b|workspace\b)[a-z][\w.-]*\/|\/Users\/[A-Za-z][\w.-]*\/|[A-Z]:\\Users\\)/,
  },
  { what: 'an address in a private network', pattern: /https?:\/\/(10\.\d+|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+/ },
  {
    what: 'a registry’s address with a login',
    pattern: /\/\/[^/\s:@'"`]+:[^/\s@'"`${<]+@[\w.-]+\/(?:npm|artifactory|api)\b/,
  },
  { what: 'a registry’s token', pattern: /_authToken\s*=|\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: 'a token of a code host', pattern: /\b(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{50,}|glpat-[\w-]{20,})\b/ },
  { what: 'a cloud key', pattern: /\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b/ },
  { what: 'an API key', pattern: /\b(sk|rk)-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}\b|\bxox[abpr]-[\w-]{10,}/ },
  { what: 'a signed token', pattern: /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/ },
  { what: 'a private key', pattern: /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----\s*[\w+/=]{40,}/ },
];

/** A lock file without addresses installs from whatever registry is set; with them, from nobody else's. */
export const inLockFile: Forbidden = { what: 'the address of a registry', pattern: /"resolved":\s*"https?:/ };

const publicRegistry = 'registry.npmjs.org';

/** What this very machine could have left: the folders beside the clone, the home folder, its registry's host. */
export function ofThisMachine(root: string, neighbours: readonly string[], registry: string): Forbidden[] {
  const parent = dirname(root);
  const folders = parent === sep ? [] : neighbours.map((name) => `${parent}${sep}${name}`);
  const home = homedir();
  const paths = [...folders, ...(dirname(home) === sep ? [] : [home])];
  const host = URL.canParse(registry) ? new URL(registry).hostname : '';
  const local = ['', publicRegistry, 'localhost', '127.0.0.1'].includes(host);
  return [
    ...paths.map((path) => ({
      what: `a path of this machine (${basename(path)})`,
      pattern: new RegExp(`(?<![\\w.])${escaped(path)}(?![\\w-])`),
    })),
    ...(local ? [] : [{ what: 'the host of a registry', pattern: new RegExp(escaped(host)) }]),
  ];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
