import { contracts } from '@hub/contracts';
import { contractNames } from '../src/asyncapi/check-asyncapi.js';
import { asyncApi } from '../src/asyncapi/document.js';
import { reactionsIn, reactionsOf } from '../src/asyncapi/reactions.js';
import { asyncApiFindings } from '../src/asyncapi/validate.js';
import { repository } from '../src/workspace/packages.js';
import type { SourceFile } from '../src/workspace/source-files.js';

const document = async () => asyncApi(contracts, contractNames(), await reactionsIn(repository)) as any;

describe('the AsyncAPI document', () => {
  it('is valid, names every event once, and every topic', async () => {
    const made = await document();
    expect(await asyncApiFindings(made)).toEqual([]);
    expect(Object.keys(made.components.messages)).toHaveLength(contracts.length);
    expect(Object.keys(made.channels)).toEqual([...new Set(contracts.map(({ topic }) => topic))].sort());
  });
  it('knows every contract by the name under which it is exported', () => {
    const names = [...contractNames()].filter(([name]) => /^[A-Z]/.test(name));
    expect(names.flatMap(([, found]) => found)).toHaveLength(contracts.length);
  });
  it('is refused when it breaks the specification, or refers to what is not there', async () => {
    const made = await document();
    const [topic = ''] = Object.keys(made.channels);
    expect(await asyncApiFindings({ ...made, asyncapi: 3 })).not.toEqual([]);
    expect(
      await asyncApiFindings({
        ...made,
        operations: { wrong: { action: 'shout', channel: { $ref: `#/channels/${topic}` } } },
      }),
    ).not.toEqual([]);
    const { [topic]: _gone, ...channels } = made.channels;
    expect((await asyncApiFindings({ ...made, channels })).join()).toMatch(`#/channels/${topic} leads nowhere`);
  });
});

describe('reactions are read from the consumers', () => {
  const file = (text: string) =>
    ({ package: { folder: 'provisioning' }, path: 'src/x.consumer.ts', text }) as SourceFile;
  it('with a literal or a constant as their name', () => {
    const text = `const name = 'provisioning.lock' as const;
      class X { @Reaction(name, PermitRevoked) a() {} @Reaction('provisioning.open', PermitGranted) b() {} }`;
    expect(reactionsOf(file(text))).toEqual([
      { service: 'provisioning', group: 'provisioning.lock', contract: 'PermitRevoked' },
      { service: 'provisioning', group: 'provisioning.open', contract: 'PermitGranted' },
    ]);
  });
  it('also when the name comes from a neighbouring file', () => {
    const names = { ...file("export const lockIt = 'provisioning.lock';"), path: 'src/names.ts' };
    const consumer = file(
      "import { lockIt as name } from './names.js'; class X { @Reaction(name, PermitRevoked) a() {} }",
    );
    expect(reactionsOf(consumer, [names])).toEqual([
      { service: 'provisioning', group: 'provisioning.lock', contract: 'PermitRevoked' },
    ]);
  });
  it('also when a loop gives one reaction to many events', () => {
    const text = `for (const one of [...reviewEvents, ...[PermitGranted]] as readonly X[]) { Reaction('provisioning.all', one)(a, b, c); }`;
    expect(reactionsOf(file(text)).map(({ contract }) => contract)).toEqual(['reviewEvents', 'PermitGranted']);
  });
  it('also when they are made for each of a list, or of a table', () => {
    const list = `reactionToEach(X, 'provisioning.all', some([...reviewEvents, PermitGranted]), react);`;
    expect(reactionsOf(file(list)).map(({ contract }) => contract)).toEqual(['reviewEvents', 'PermitGranted']);
    const table = `for (const row of [to(PermitGranted, 'A'), to(PermitRevoked, ({ x }) => x)]) reactionToEach(X, 'p.q', [row.contract], react);`;
    expect(reactionsOf(file(table)).map(({ contract }) => contract)).toEqual(['PermitGranted', 'PermitRevoked']);
  });
  it('and not guessed from anything else', () => {
    expect(() => reactionsOf(file('class X { @Reaction(nameOf(X), PermitRevoked) a() {} }'))).toThrow(
      /must be a literal/,
    );
  });
  it('must listen to an event that exists', () => {
    const reaction = { service: 'x', group: 'x.y', contract: 'NoSuch' };
    expect(() => asyncApi(contracts, contractNames(), [reaction])).toThrow(/NoSuch/);
  });
});
