import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, freemem, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { median } from '../statistics.js';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly freeGb: number;
  readonly system: string;
  readonly node: string;
  /** Median milliseconds until a small write is on the disk: what each commit waits for. */
  readonly syncMs: number;
  /** Processes that wanted a core in the minute before: what others were doing. */
  readonly load: number;
}

/** The machine that the figures are of, without its name or any path. */
export const machine = (folder: string): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: gigabytes(totalmem()),
  freeGb: gigabytes(freemem()),
  system: `${type()} ${release().split('-')[0]}`,
  node: process.version,
  syncMs: syncMs(folder),
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
});

export const sentence = (m: Machine): string =>
  `${m.processor}, ${m.cores} cores, ${m.memoryGb} GB (${m.freeGb} GB free), ${m.system}, Node ${m.node}, a synchronous write takes ${m.syncMs.toFixed(2)} ms, load before ${m.load}`;

const gigabytes = (bytes: number): number => Math.round((bytes / 1e9) * 10) / 10;

function syncMs(folder: string): number {
  const file = join(folder, 'sync-probe');
  const descriptor = openSync(file, 'w');
  const block = Buffer.alloc(8192, 1);
  const times = Array.from({ length: 50 }, (_, at) => {
    const start = performance.now();
    writeSync(descriptor, block, 0, block.length, at * block.length);
    fdatasyncSync(descriptor);
    return performance.now() - start;
  });
  closeSync(descriptor);
  rmSync(file);
  return median(times);
}
