import { generateKeyPairSync } from 'node:crypto';
import { ownerOf, topics } from '@hub/contracts';
import { eachDecidesOnce, Heard, type ServiceUnderTest, testService } from '@hub/testkit';
import { directoryService } from '../src/service.module.js';
import { deciding } from './at-once/commands.js';
import { Standings } from './at-once/standings.js';
import { OutsideProvider } from './outside-provider.js';

const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('two people who decide at once, in two processes', () => {
  let provider: OutsideProvider;
  let hub: ServiceUnderTest;
  let heard: Heard;
  let standings: Standings;

  beforeAll(async () => {
    provider = await OutsideProvider.start();
    const { issuer } = provider;
    hub = await testService(directoryService({ issuer, audience: 'hub', signingKey, demonstration: true }));
    heard = await Heard.on(...topics.filter((topic) => ownerOf(topic) === 'directory'));
    standings = new Standings(hub, await hub.another());
  });
  afterAll(async () => {
    await heard?.stop();
    await hub?.stop();
    await provider?.stop();
  });

  eachDecidesOnce(deciding, () => ({ hub, heard, standings }));
});
