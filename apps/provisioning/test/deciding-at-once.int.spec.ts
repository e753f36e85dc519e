import { ownerOf, topics } from '@hub/contracts';
import { eachDecidesOnce, Heard } from '@hub/testkit';
import { deciding } from './at-once/commands.js';
import { Standings } from './at-once/standings.js';
import { startProvisioning } from './running-service.js';

describe('two people who decide at once, in two processes', () => {
  let hub: Awaited<ReturnType<typeof startProvisioning>>;
  let heard: Heard;
  let standings: Standings;

  beforeAll(async () => {
    hub = await startProvisioning();
    heard = await Heard.on(...topics.filter((topic) => ownerOf(topic) === 'provisioning'));
    standings = new Standings(hub, await hub.another());
    await standings.prepare();
  });
  afterAll(async () => {
    await heard?.stop();
    await hub?.stop();
  });

  eachDecidesOnce(deciding, () => ({ hub, heard, standings }));
});
