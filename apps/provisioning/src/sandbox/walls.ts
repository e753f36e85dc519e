/**
 * The command line that raises the walls: resource limits by `prlimit`, namespaces and mounts by
 * bubblewrap. What is not named here does not exist inside: no /etc, no /home, no /proc, no shell.
 */

/** A directory of the host that is seen inside. */
export interface Mount {
  readonly from: string;
  readonly at: string;
  readonly writable?: boolean;
}

export interface Limits {
  /** Private writable memory of the process, MiB: DuckDB's own limit plus Node. */
  readonly memoryMiB: number;
  /** Largest file it may write, MiB. */
  readonly fileMiB: number;
}

export interface SandboxPlan {
  readonly mounts: readonly Mount[];
  readonly limits: Limits;
  /** Entry module, relative to the service's compiled code. */
  readonly worker: string;
}

/** Where the parts of the runtime are on this host. */
export interface Runtime {
  readonly node: string;
  /** This service's package folder (`package.json` and `dist/src`). */
  readonly service: string;
  /** The folder that holds DuckDB's packages (`node_modules/@duckdb`). */
  readonly duckdb: string;
}

export const INSIDE = {
  data: '/data',
  private: '/private',
  deliveries: '/deliveries',
  optOuts: '/opt-outs',
  out: '/out',
} as const;
/** The descriptors on which bubblewrap reads the system call filter, and tells the process id of the sandbox. */
export const FILTER_DESCRIPTOR = 3;
export const INFO_DESCRIPTOR = 4;

/** Node's heap and code, thread stacks and DuckDB's fixed parts, beside DuckDB's own limit. */
const OVERHEAD_MIB = 768;

/** Program and arguments of a sandboxed worker. */
export function wallsAround(plan: SandboxPlan, runtime: Runtime): { program: string; args: string[] } {
  const mib = (value: number) => String(value * 1024 * 1024);
  const limits = [
    '--core=0',
    `--data=${mib(plan.limits.memoryMiB + OVERHEAD_MIB)}`,
    `--fsize=${mib(plan.limits.fileMiB)}`,
    '--nofile=512',
    '--memlock=0',
    '--msgqueue=0',
  ];
  return {
    program: 'prlimit',
    args: [
      ...limits,
      '--',
      'bwrap',
      ...namespaces(),
      ...system(runtime),
      ...plan.mounts.flatMap(mount),
      '--remount-ro',
      '/',
      '--chdir',
      '/hub',
      '--',
      ...command(plan),
    ],
  };
}

function namespaces(): string[] {
  return [
    '--unshare-all',
    '--unshare-user',
    '--disable-userns',
    '--uid',
    '65534',
    '--gid',
    '65534',
    '--hostname',
    'workspace',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--clearenv',
    '--seccomp',
    String(FILTER_DESCRIPTOR),
    '--info-fd',
    String(INFO_DESCRIPTOR),
  ];
}

function system(runtime: Runtime): string[] {
  const libraries = ['/usr/lib', '/usr/lib64', '/lib', '/lib64'].flatMap((path) => ['--ro-bind-try', path, path]);
  return [
    ...libraries,
    '--ro-bind-try',
    '/etc/ld.so.cache',
    '/etc/ld.so.cache',
    '--ro-bind',
    runtime.node,
    '/hub/node',
    '--ro-bind',
    `${runtime.service}/package.json`,
    '/hub/package.json',
    '--ro-bind',
    `${runtime.service}/dist/src`,
    '/hub/dist',
    '--ro-bind',
    runtime.duckdb,
    '/hub/node_modules/@duckdb',
  ];
}

function mount({ from, at, writable }: Mount): string[] {
  return [writable === true ? '--bind' : '--ro-bind', from, at];
}

function command(plan: SandboxPlan): string[] {
  return [
    '/hub/node',
    '--no-warnings',
    '--max-old-space-size=512',
    '--disallow-code-generation-from-strings',
    `/hub/dist/${plan.worker}`,
  ];
}
