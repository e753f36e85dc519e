import { demoAccounts } from './demo-accounts.js';
import { loginPage } from './openid-login-page.js';

describe('demonstration accounts', () => {
  it('have ids and addresses of their own', () => {
    expect(new Set(demoAccounts.map(({ id }) => id)).size).toBe(demoAccounts.length);
    expect(new Set(demoAccounts.map(({ email }) => email)).size).toBe(demoAccounts.length);
  });

  it('can never receive a message', () => {
    for (const { email } of demoAccounts) expect(email).toMatch(/\.example$/);
  });
});

describe('the demonstration sign-in', () => {
  it('says what it is and offers everybody', () => {
    const page = loginPage('abc');
    expect(page).toContain('For demonstration only.');
    for (const { id } of demoAccounts) expect(page).toContain(`value="${id}"`);
  });

  it('shows text as text', () => {
    const page = loginPage('"><script>', [
      { id: 'x', name: '<b>', email: '', organisation: '&', role: '', description: '' },
    ]);
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>');
  });
});
