import { startGuardian } from './guardian.js';
import { Hub } from './hub.js';
import { explained, hubHome, prepareHome } from './hub-home.js';
import { lockHome, ownIdentity } from './hub-lock.js';
import { ensureKafkaJars, kafkaJarsPresent } from './kafka-jars.js';
import { rotateLogs, trimLogs } from './logs.js';
import { overview } from './overview.js';
import { stopLeftovers } from './pid-files.js';
import { choosePorts, refuseTakenPort, wishedPort } from './ports.js';
import { meetRequirements } from './requirements.js';
import { readRunFile, writeRunFile } from './run-file.js';
import { StartRefused } from './start-refused.js';
import { onStopRequest } from './stop-request.js';
import { chosenServices, SANDBOXED, type ServicePart } from './topology.js';

/** `npm start`: a running hub on this machine, until Ctrl-C. */
const began = Date.now();
const home = hubHome();
const stopRequested = onStopRequest();
/** Undone in reverse order when the launcher ends, whatever made it end. */
const undo: (() => Promise<void> | void)[] = [];
/** Ctrl-C came while starting: the start, which goes on by itself, must not begin anything more. */
let ending = false;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  try {
    const hub = await Promise.race([start(), stopRequested]);
    ending = typeof hub === 'string';
    if (typeof hub === 'string') return 0;
    say(overview({ home, hub, seconds: (Date.now() - began) / 1000 }));
    const trimming = setInterval(() => trimLogs(home), 60_000);
    undo.push(() => clearInterval(trimming));
    await stopRequested;
    return 0;
  } catch (error) {
    const reason = explained(error, home);
    process.stderr.write(
      reason instanceof StartRefused
        ? `\nThe hub did not start. ${reason.message}\n`
        : `\nThe hub did not start. ${(error as Error).stack}\n`,
    );
    return 1;
  }
}

async function start(): Promise<Hub> {
  const port = wishedPort();
  const services = chosen();
  await prepareHome(home);
  undo.push(lockHome(home));
  say(`Health Data Hub, in ${home}`);
  const leftovers = await stopLeftovers(home);
  if (leftovers.length > 0) say(`Stopped what an earlier start had left running: ${leftovers.join(', ')}.`);
  await refuseTakenPort(port);
  await meetRequirements({ sandbox: services.some(({ name }) => name === SANDBOXED), say });
  if (!(await kafkaJarsPresent())) {
    say("Fetching Kafka's jars with Maven, once…");
    const fetching = new AbortController();
    undo.push(() => fetching.abort());
    await ensureKafkaJars(fetching.signal);
  }
  if (ending) throw new Error('The start was broken off.');
  rotateLogs(home);
  undo.push(startGuardian(home, ownIdentity()));
  return startHub(services, port);
}

async function startHub(services: readonly ServicePart[], gatewayPort: number): Promise<Hub> {
  const names = ['postgres', 'kafka', 'kafka-controller', 'openid', 'mail', ...services.map(({ name }) => name)];
  const ports = await choosePorts(names, readRunFile(home)?.ports ?? {}, gatewayPort);
  const onReady = (name: string, ms: number) => say(`  ${name.padEnd(14)} ready in ${(ms / 1000).toFixed(1)} s`);
  const hub = new Hub({ home, services, ports, say, onReady });
  if (ending) throw new Error('The start was broken off.');
  undo.push(() => hub.stop());
  const urls = services.map(({ name }) => [name, hub.url(name)]);
  writeRunFile(home, {
    ports,
    ...(ports['gateway'] === undefined ? {} : { gateway: hub.url('gateway') }),
    issuer: hub.url('openid'),
    brokers: hub.address('kafka'),
    services: Object.fromEntries(urls) as Record<string, string>,
  });
  await hub.start();
  return hub;
}

function chosen(): readonly ServicePart[] {
  try {
    return chosenServices(process.env['HUB_ONLY']);
  } catch (error) {
    throw new StartRefused((error as Error).message);
  }
}

// What the launcher started does not hold it (the tests want that): this does, until everything is stopped.
setInterval(() => undefined, 60_000);
const code = await main();
if (code === 0) say(`\nStopping (${await stopRequested})…`);
for (const step of undo.reverse()) {
  try {
    await step();
  } catch (error) {
    say((error as Error).message);
  }
}
if (code === 0) say('Stopped.');
process.exit(code);
