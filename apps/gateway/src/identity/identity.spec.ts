import { identityFrom, KnownIdentities } from './identity.js';

const claims = { sub: 'claire', org: 'inserm', roles: ['applicant'] };
const token = ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'sig'].join('.');

describe('an identity', () => {
  it('is used until shortly before its token ends', () => {
    const identity = identityFrom(token, 60, 1_000_000);
    expect(identity).toMatchObject({
      authorization: `Bearer ${token}`,
      personId: 'claire',
      organisation: 'inserm',
      until: 1_055_000,
    });
  });

  it('is forgotten when it ends, or when the person’s mandates change', () => {
    const known = new KnownIdentities();
    known.remember('a', identityFrom(token, 60, 0), 0);
    expect(known.get('a', 54_999)?.personId).toBe('claire');
    expect(known.get('a', 55_000)).toBeUndefined();
    known.forget('david');
    expect(known.get('a', 0)).toBeDefined();
    known.forget('claire');
    expect(known.get('a', 0)).toBeUndefined();
    expect(known.generation).toBe(2);
  });
});
