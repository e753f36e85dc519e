import { parseArgs } from 'node:util';
import { parseProof, parseVerifierKey, verifyProof } from '@hub/tlog';
import { exportLog } from './export-log.client.js';
import { HubLog } from './hub-log.client.js';
import { fileOrText, LogFolder } from './log-folder.store.js';
import { reportLines } from './report.js';
import { verifyFolder } from './verify-folder.client.js';

const usage = `Verifies the hub's audit log, with nothing of the hub's but its public key.

  audit verify DIR --key KEY                 every byte of an exported log, offline
  audit export DIR --url URL --token TOKEN   downloads the log
  audit proof INDEX|EVENT_ID --url URL --token TOKEN [--key KEY] [--out FILE]
                                             fetches the proof of one record
  audit check FILE --key KEY                 a proof fetched before, offline

  KEY is the verifier key (name+hash+base64) or a file that holds it. The token may stand in HUB_TOKEN.
  Exit status: 0 intact, 1 tampered or not proven, 2 could not be tried.`;

interface Options {
  readonly key?: string | undefined;
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly out?: string | undefined;
}

/** The request itself is wrong. */
class Misuse extends Error {}

const commands: Readonly<Record<string, (target: string, options: Options) => Promise<number>>> = {
  async verify(target, { key }) {
    const { report, remarks } = await verifyFolder(new LogFolder(target), await verifierOf(key));
    console.log(reportLines(report, remarks).join('\n'));
    return report.intact ? 0 : 1;
  },
  async export(target, options) {
    const size = await exportLog(hubOf(options), new LogFolder(target));
    console.log(`${size} records are in ${target}. To verify them: audit verify ${target} --key KEY`);
    return 0;
  },
  async proof(target, options) {
    const text = (await hubOf(options).get(`proofs/${encodeURIComponent(target)}`, 'text/plain')).toString('utf8');
    if (options.out !== undefined) await new LogFolder('.').write(options.out, text);
    if (options.key === undefined) process.stdout.write(text);
    return options.key === undefined ? 0 : proven(text, options.key);
  },
  async check(target, { key }) {
    return proven(await fileOrText(target), key);
  },
};

async function proven(text: string, key: string | undefined): Promise<number> {
  const verifier = await verifierOf(key);
  try {
    const proof = parseProof(text);
    const entry = proof.extra ?? new Uint8Array(0);
    const { origin, size } = verifyProof(entry, proof, verifier);
    console.log(`PROVEN: record ${proof.index} is in ${origin}, whose signed head counts ${size}.`);
    console.log(Buffer.from(entry).toString('utf8'));
    return 0;
  } catch (error) {
    console.log(`NOT PROVEN: ${(error as Error).message}`);
    return 1;
  }
}

async function verifierOf(key: string | undefined) {
  if (key === undefined) throw new Misuse('--key is missing');
  return parseVerifierKey(await fileOrText(key));
}

function hubOf({ url, token }: Options): HubLog {
  if (url === undefined) throw new Misuse('--url is missing');
  return new HubLog(url, token ?? process.env.HUB_TOKEN);
}

try {
  const option = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { key: option, url: option, token: option, out: option },
  });
  const [name = '', target] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || target === undefined) throw new Misuse('what shall be done?');
  process.exitCode = await command(target, values);
} catch (error) {
  console.error((error as Error).message);
  if (error instanceof Misuse) console.error(`\n${usage}`);
  process.exitCode = 2;
}
