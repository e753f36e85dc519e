/** From inside: do the walls stand? Asked before any worker says that it is ready. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

const MUST_NOT_EXIST = ['/etc/passwd', '/home', '/root', '/proc/self', '/usr/bin', '/sys', '/var'];

/** What should be closed and is open; empty behind sound walls. */
export async function openWalls(): Promise<string[]> {
  const open = MUST_NOT_EXIST.filter((path) => existsSync(path));
  if (Object.keys(process.env).some((name) => name !== 'PWD')) open.push('environment');
  if (canWrite('/written') || canWrite('/hub/written')) open.push('system directories');
  if (spawnSync('/hub/node', ['--version']).error === undefined) open.push('new processes');
  if (await canListen()) open.push('sockets');
  return open;
}

function canWrite(path: string): boolean {
  try {
    writeFileSync(path, '');
    return true;
  } catch {
    return false;
  }
}

function canListen(): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(0, '127.0.0.1', () => server.close(() => done(true)));
  });
}
