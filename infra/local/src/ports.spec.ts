import { wishedPort } from './ports.js';

describe("the gateway's port", () => {
  it('is 8080 unless HUB_PORT says otherwise', () => {
    expect(wishedPort({})).toBe(8080);
    expect(wishedPort({ HUB_PORT: '' })).toBe(8080);
    expect(wishedPort({ HUB_PORT: '9090' })).toBe(9090);
    expect(wishedPort({ HUB_PORT: '0' })).toBe(0);
  });

  it.each(['http', '-1', '65536', '80.5'])('refuses %s', (text) =>
    expect(() => wishedPort({ HUB_PORT: text })).toThrow(/which is no port/),
  );
});
