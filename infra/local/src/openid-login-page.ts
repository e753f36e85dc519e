import { type DemoAccount, demoAccounts } from './demo-accounts.js';

/** DEMONSTRATION ONLY: who do you want to be? */
export function loginPage(uid: string, chosen = demoAccounts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Demonstration sign-in</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
ul { list-style: none; padding: 0; }
button { font: inherit; text-align: left; width: 100%; padding: .5rem .75rem; margin: .15rem 0; cursor: pointer; }
small { display: block; }
</style>
</head>
<body>
<main>
<h1>Demonstration sign-in</h1>
<p><strong>For demonstration only.</strong> These people are invented and have no password. Choose who to be.</p>
<form method="post" action="/interaction/${escapeHtml(uid)}">
<ul>
${chosen.map(choice).join('\n')}
</ul>
</form>
</main>
</body>
</html>
`;
}

function choice({ id, name, organisation, description }: DemoAccount): string {
  return `<li><button name="account" value="${escapeHtml(id)}">${escapeHtml(name)} (${escapeHtml(organisation)})<small>${escapeHtml(description)}</small></button></li>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
