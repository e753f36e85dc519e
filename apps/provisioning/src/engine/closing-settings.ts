/**
 * The settings that close DuckDB, in the one order that works: directories while external access
 * is still on, then the switches, then external access off, then the lock. They are the second
 * wall; the first is the operating system's (`sandbox/`).
 */
import { text, textList } from '../preparation/sql.js';

export interface EngineLimits {
  /** Directories that statements may read and write; everything else is refused. */
  readonly directories: readonly string[];
  /** Where DuckDB spills, and how much (MiB); one of `directories` or below. */
  readonly spill: string;
  readonly spillMiB: number;
  readonly memoryMiB: number;
  readonly threads: number;
}

/** Statements to run once, right after opening and before any statement of anybody else. */
export function closingSettings(limits: EngineLimits): string[] {
  return [
    `SET allowed_directories = ${textList(limits.directories)}`,
    `SET temp_directory = ${text(limits.spill)}`,
    `SET memory_limit = '${limits.memoryMiB}MiB'`,
    `SET max_temp_directory_size = '${limits.spillMiB}MiB'`,
    `SET threads = ${limits.threads}`,
    `SET autoinstall_known_extensions = false`,
    `SET autoload_known_extensions = false`,
    `SET allow_community_extensions = false`,
    `SET allow_persistent_secrets = false`,
    `SET enable_external_access = false`,
    `SET lock_configuration = true`,
  ];
}
