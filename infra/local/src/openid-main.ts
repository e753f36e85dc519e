import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { findDemoAccount } from './demo-accounts.js';
import { openIdKeys } from './openid-keys.js';
import { loginPage } from './openid-login-page.js';
import { openIdProvider, USUAL_ASSURANCE } from './openid-provider.js';

/** DEMONSTRATION ONLY: the embedded OpenID provider, a process of its own. Environment: PORT, OPENID_KEYS (folder). */
const port = Number(process.env['PORT']);
const issuer = `http://127.0.0.1:${port}`;
const provider = openIdProvider(issuer, openIdKeys(process.env['OPENID_KEYS'] ?? '.'));
const standard = provider.callback();

const server = createServer((request, response) => {
  handle(request, response).catch((error: Error) => {
    console.error(error.message);
    if (!response.headersSent)
      answer(
        response,
        400,
        'text/plain',
        'The sign-in has ended or never began: go back to the portal and start again.\n',
      );
  });
});
server.listen(port, '127.0.0.1', () => console.log(`OpenID provider for demonstration at ${issuer}`));
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => process.exit(0));

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', issuer).pathname;
  if (path.startsWith('/health/')) return answer(response, 200, 'application/json', '{"status":"ok"}\n');
  if (!path.startsWith('/interaction/')) return standard(request, response);
  if (request.method === 'POST') return signIn(request, response);
  const { uid } = await provider.interactionDetails(request, response);
  return answer(response, 200, 'text/html; charset=utf-8', loginPage(uid));
}

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chosen = new URLSearchParams(await bodyOf(request)).get('account') ?? '';
  if (findDemoAccount(chosen) === undefined)
    return answer(response, 400, 'text/plain', 'There is no such demonstration account.\n');
  await provider.interactionFinished(request, response, {
    login: { accountId: chosen, acr: USUAL_ASSURANCE, amr: ['pwd', 'otp'] },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 10_000) throw new Error('A sign-in form of more than 10,000 characters was refused.');
  }
  return body;
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
