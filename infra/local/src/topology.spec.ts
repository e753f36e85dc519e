import { chosenServices, foundations, services, stopRank } from './topology.js';

const names = services.map(({ name }) => name);

describe('the topology', () => {
  it('starts nothing before what it stands on is listed', () => {
    services.forEach(({ after }, index) => {
      for (const other of after) expect([...foundations, ...names.slice(0, index)]).toContain(other);
    });
  });

  it('starts the gateway after every other service', () => {
    expect([...(services.at(-1)?.after ?? [])].sort()).toEqual(names.filter((name) => name !== 'gateway').sort());
  });

  it('stops the gateway first and Postgres last', () => {
    const order = ['gateway', 'review', 'openid', 'kafka', 'postgres'].map(stopRank);
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(5);
  });

  it('gives every key a file of its own', () => {
    const files = services.flatMap(({ keys = {} }) => Object.values(keys).map(({ file }) => file));
    expect(new Set(files).size).toBe(files.length);
  });

  it('gives the gateway the addresses of the others as JSON', () => {
    const urls = { review: 'http://127.0.0.1:1' };
    expect(services.at(-1)?.env?.({ issuer: 'http://127.0.0.1:2', publicUrl: '', smtpUrl: '', urls })).toEqual({
      SERVICE_URLS: '{"review":"http://127.0.0.1:1"}',
    });
  });
});

describe('HUB_ONLY, for development', () => {
  it('is all services when it is not set', () => expect(chosenServices(undefined)).toBe(services));
  it('is none of them as `none`', () => expect(chosenServices('none')).toEqual([]));

  it('waits for nothing that is left out', () => {
    const [directory, gateway] = chosenServices('gateway, directory');
    expect(directory?.after).toEqual(foundations);
    expect(gateway?.after).toEqual(['directory']);
  });

  it('refuses a name that it does not know, and tells those it knows', () => {
    expect(() => chosenServices('directory,portal')).toThrow(/portal; there are directory, catalog/);
  });
});
