import { readdirSync, readFileSync } from 'node:fs';
import { sum } from '../statistics.js';

/** A process of the hub, by the name of what it does. */
export interface HubProcess {
  readonly pid: number;
  readonly name: string;
}

/** The launcher and everything that it has started, directly or not. Needs Linux's /proc. */
export function processesOf(launcher: number): HubProcess[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const parent = Number.isInteger(pid) ? statOf(pid)?.parent : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: HubProcess[] = [];
  const visit = (pid: number) => {
    found.push({ pid, name: pid === launcher ? 'launcher' : nameOf(pid) });
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(launcher);
  return found;
}

/** Seconds of processor time of the process and of its children that have ended; undefined when it is gone. */
export const cpuSeconds = (pid: number): number | undefined => statOf(pid)?.cpu;

const ticksASecond = 100; // USER_HZ: a constant of Linux's interface, whatever the kernel's own rate

function statOf(pid: number): { parent: number; cpu: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      cpu: sum([11, 12, 13, 14].map((field) => Number(fields[field]))) / ticksASecond,
    };
  } catch {
    return undefined;
  }
}

function nameOf(pid: number): string {
  const line = text(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  const service = /apps\/([a-z]+)\/dist\/src\/main\.js/.exec(line)?.[1];
  if (service && !line.includes('bwrap')) return service;
  if (/^\S*java /.test(line)) return 'kafka';
  if (line.includes('openid-main')) return 'openid';
  if (line.includes('guardian')) return 'launcher';
  if (/postgres/.test(line)) return 'postgres';
  if (line.includes('bwrap') || /inside\/\S+worker/.test(line)) return 'sandbox';
  return text(`/proc/${pid}/comm`).trim() || 'ended';
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
