import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { probeBubblewrap } from './bubblewrap.js';
import { findJava, JAVA_NEEDED } from './java.js';
import { kafkaJarsPresent } from './kafka-jars.js';
import { StartRefused } from './start-refused.js';

const run = promisify(execFile);

export type Lack = 'java' | 'maven' | 'bubblewrap';

export interface Requirements {
  /** Provisioning is among the services to start. */
  readonly sandbox: boolean;
  readonly say: (line: string) => void;
}

const WHAT: Record<Lack, string> = {
  java: `a Java runtime of version ${JAVA_NEEDED} or later (for Kafka)`,
  maven: "Maven (to fetch Kafka's jars)",
  bubblewrap: 'bubblewrap (the sandbox of workspaces)',
};

/** Sees to it that the machine has what the hub needs; what the distribution has to be asked for, it installs or names. */
export async function meetRequirements({ sandbox, say }: Requirements): Promise<void> {
  const lacking = await lacks(sandbox);
  if (lacking.length > 0) await install(lacking, say);
  const still = lacking.length > 0 ? await lacks(sandbox) : [];
  if (still.length > 0)
    throw new StartRefused(
      `Although it was installed, this machine still lacks ${sentence(still)}: look at what \`java -version\`, \`mvn -v\` and \`bwrap --version\` say.`,
    );
  if (sandbox) await warnOfSandbox(say);
}

export async function lacks(sandbox: boolean): Promise<Lack[]> {
  const [java, jars, maven, bubblewrap] = await Promise.all([
    findJava(),
    kafkaJarsPresent(),
    mavenWorks(),
    probeBubblewrap(),
  ]);
  const found: Lack[] = [];
  if (java === undefined) found.push('java');
  // Maven starts on Java, so without Java it says nothing about itself: its package is asked for either way.
  if (!jars && !maven) found.push('maven');
  if (sandbox && process.platform === 'linux' && bubblewrap.state === 'missing') found.push('bubblewrap');
  return found;
}

async function mavenWorks(): Promise<boolean> {
  return run('mvn', ['-v'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

async function install(lacking: readonly Lack[], say: (line: string) => void): Promise<void> {
  const debian = await isDebian();
  if (!debian || process.getuid?.() !== 0) throw new StartRefused(refusal(lacking, await packagesFor(lacking), debian));
  say(`This machine lacks ${sentence(lacking)}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-qq'], { env, maxBuffer: 16 * 1024 ** 2 });
    const packages = await packagesFor(lacking);
    say(`Installing from the distribution: apt-get install ${packages.join(' ')}`);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      maxBuffer: 64 * 1024 ** 2,
    });
  } catch (error) {
    const said =
      ((error as { stderr?: string }).stderr ?? '').split('\n').find((line) => line.startsWith('E:')) ??
      (error as Error).message.split('\n')[0];
    throw new StartRefused(
      `The distribution's packages could not be installed (${said}): ${howToInstall(await packagesFor(lacking))}, then start again.`,
    );
  }
}

export function refusal(lacking: readonly Lack[], packages: readonly string[], debian: boolean): string {
  const lack = `This machine lacks ${sentence(lacking)}`;
  return debian
    ? `${lack}: ${howToInstall(packages)}, then start again.`
    : `${lack}: install with your system's package manager what Debian calls ${packages.join(', ')}, then start again.`;
}

function howToInstall(packages: readonly string[]): string {
  return `type \`sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}\``;
}

async function packagesFor(lacking: readonly Lack[]): Promise<string[]> {
  return Promise.all(lacking.map((lack) => (lack === 'java' ? javaPackage() : lack)));
}

/** Which Java a distribution has depends on its age: the first of these that it offers. */
async function javaPackage(): Promise<string> {
  for (const name of ['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'openjdk-25-jre-headless']) {
    const { stdout } = await run('apt-cache', ['policy', name]).catch(() => ({ stdout: '' }));
    if (/Candidate: \d/.test(stdout)) return name;
  }
  return 'default-jre-headless';
}

async function isDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

async function warnOfSandbox(say: (line: string) => void): Promise<void> {
  if (process.platform !== 'linux')
    return say('Workspaces need Linux: provisioning will refuse to open any on this machine.');
  const probe = await probeBubblewrap();
  if (probe.state === 'unusable')
    say(
      `bubblewrap is installed but this machine forbids its sandbox (${probe.reason}): provisioning will refuse to open workspaces.`,
    );
}

function sentence(lacking: readonly Lack[]): string {
  const names = lacking.map((lack) => WHAT[lack]);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
