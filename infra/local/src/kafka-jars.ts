import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, exists, fillOnce } from './cache-folder.js';
import { lastLines, StartRefused } from './start-refused.js';

const run = promisify(execFile);

export const KAFKA_VERSION = '4.3.1';
/** The binding that carries Kafka's SLF4J 1.7 log lines to the log4j2 it comes with: of the same version as that. */
const LOG4J_VERSION = '2.25.4';
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

export function kafkaJarsFolder(): string {
  return join(cacheFolder(), `kafka-${KAFKA_VERSION}`);
}

export function kafkaJarsPresent(): Promise<boolean> {
  return exists(kafkaJarsFolder());
}

/** The folder with Kafka's jars, fetched by Maven the first time (44 MB), kept by `npm run reset`. */
export async function ensureKafkaJars(signal?: AbortSignal): Promise<string> {
  return fillOnce(kafkaJarsFolder(), (into) => fetchJars(into, signal));
}

async function fetchJars(into: string, signal: AbortSignal | undefined): Promise<void> {
  const project = await mkdtemp(join(tmpdir(), 'hub-kafka-jars-'));
  try {
    await mkdir(into, { recursive: true });
    await writeFile(join(project, 'pom.xml'), POM);
    const args = [
      '-q',
      '-B',
      '--strict-checksums',
      '-f',
      project,
      COPY,
      '-DincludeScope=runtime',
      `-DoutputDirectory=${into}`,
    ];
    await run('mvn', args, { maxBuffer: 16 * 1024 * 1024, ...(signal === undefined ? {} : { signal }) });
    const jars = await readdir(into);
    if (!jars.includes(`kafka_2.13-${KAFKA_VERSION}.jar`)) throw new Error('Maven ended without the jars.');
  } catch (error) {
    const { stdout, stderr, message } = error as { stdout?: string; stderr?: string; message: string };
    const said =
      (stdout || stderr || message).split('\n').find((line) => line.includes('ERROR')) ?? lastLines(message, 1);
    throw new StartRefused(
      `Kafka's jars could not be fetched with Maven: check the network and Maven's settings, then start again (${said.trim()}).`,
    );
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>hub.local</groupId>
  <artifactId>kafka-runtime</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>${LOG4J_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;
