import { hubHome } from './hub-home.js';
import { demoToken } from './openid.js';
import { runningHub } from './run-file.js';

/** `npm run -s token -- ACCOUNT [ACR]`: prints an access token of a demonstration account, and nothing else. */
const [account, acr] = process.argv.slice(2);
const home = hubHome();
try {
  if (account === undefined) throw new Error('Say whose token: npm run -s token -- claire');
  const issuer = runningHub(home)?.issuer;
  if (issuer === undefined)
    throw new Error(`No hub runs on ${home}: start one with npm start, or set HUB_HOME to that of a running one.`);
  process.stdout.write(`${await demoToken(issuer, account, acr)}\n`);
} catch (error) {
  const { cause, message } = error as Error;
  console.error(
    cause === undefined
      ? message
      : `The OpenID provider of the hub on ${home} does not answer yet: wait until the hub has started.`,
  );
  process.exitCode = 1;
}
