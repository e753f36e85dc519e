import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The walls of a workspace, as provisioning builds them: if these stand, the sandbox works on this machine. */
const WALLS = [
  '--unshare-all',
  '--unshare-user',
  '--disable-userns',
  '--die-with-parent',
  '--new-session',
  '--cap-drop',
  'ALL',
  '--clearenv',
  '--ro-bind',
  '/usr',
  '/usr',
  '--symlink',
  'usr/bin',
  '/bin',
  '--symlink',
  'usr/lib',
  '/lib',
  '--symlink',
  'usr/lib64',
  '/lib64',
  '--proc',
  '/proc',
  '--dev',
  '/dev',
  '--tmpfs',
  '/tmp',
];

export type Bubblewrap =
  | { readonly state: 'works' }
  | { readonly state: 'missing' }
  | { readonly state: 'unusable'; readonly reason: string };

/** Builds a true sandbox around `true`: bubblewrap may be installed and still be forbidden by the machine. */
export async function probeBubblewrap(): Promise<Bubblewrap> {
  try {
    await run('bwrap', [...WALLS, '/usr/bin/true'], { timeout: 10_000 });
    return { state: 'works' };
  } catch (error) {
    const { code, stderr, message } = error as { code?: unknown; stderr?: string; message: string };
    if (code === 'ENOENT') return { state: 'missing' };
    return { state: 'unusable', reason: (stderr?.trim() || message).split('\n')[0] ?? '' };
  }
}
