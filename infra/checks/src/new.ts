import { contracts } from '@hub/contracts';
import { contractsFolder } from './contracts/check-contracts.js';
import { difference, publish } from './contracts/published.js';
import { newCommand } from './generate/command.js';
import { newEvent } from './generate/event.js';
import { checkedName } from './generate/names.js';
import { repository } from './workspace/packages.js';

const usage = `usage: npm run new -- command APP AGGREGATE NAME    a slice and its story
       npm run new -- event APP AGGREGATE FACT      an event and its contract
       npm run new -- publish                       the contracts as they are now, for others to rely on`;

async function made([kind, app, aggregate, name]: readonly string[]): Promise<string[]> {
  if (kind === 'publish') return published();
  const make = kind === 'command' ? newCommand : kind === 'event' ? newEvent : undefined;
  if (!make) throw new Error(usage);
  return make(
    repository,
    checkedName(app, 'the app'),
    checkedName(aggregate, 'the aggregate'),
    checkedName(name, 'the name'),
  );
}

async function published(): Promise<string[]> {
  const folder = contractsFolder(repository);
  const written = await publish(contracts, folder);
  const { breaking } = await difference(contracts, folder);
  if (breaking.length > 0) throw new Error(['not published, because it breaks readers:', ...breaking].join('\n'));
  return written.length === 0 ? ['nothing new to publish'] : written.map((type) => `published ${type}`);
}

try {
  for (const line of await made(process.argv.slice(2))) console.log(line);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
