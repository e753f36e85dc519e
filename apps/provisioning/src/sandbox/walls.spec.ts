import { encodeFrame, FrameReader } from './frames.js';
import { syscallFilter } from './syscall-filter.js';
import { wallsAround } from './walls.js';

describe('the walls', () => {
  const { program, args } = wallsAround(
    {
      mounts: [
        { from: '/w/data', at: '/data' },
        { from: '/w/p', at: '/private', writable: true },
      ],
      limits: { memoryMiB: 100, fileMiB: 10 },
      worker: 'w.js',
    },
    { node: '/n', service: '/s', duckdb: '/d' },
  );

  it('are all there', () => {
    expect(program).toBe('prlimit');
    for (const wall of [
      '--unshare-all',
      '--unshare-user',
      '--disable-userns',
      '--die-with-parent',
      '--new-session',
      '--clearenv',
      '--seccomp',
    ])
      expect(args).toContain(wall);
    expect(args.join(' ')).toContain('--cap-drop ALL');
    expect(args.join(' ')).toContain('--remount-ro /');
  });

  it('leave one place to write', () => {
    expect(args.filter((arg) => arg === '--bind')).toHaveLength(1);
    expect(args.join(' ')).toContain('--bind /w/p /private');
    for (const never of ['--share-net', '--dev', '--proc', '/home', '/usr/bin', '/etc'])
      expect(args).not.toContain(never);
  });
});

describe('the system call filter', () => {
  const returned = (program: Buffer, number: number, { audit = 0xc000_003e, argument = 0 } = {}): number => {
    let accumulator = 0;
    for (let at = 0; ; at++) {
      const [code, yes, no, value] = [
        program.readUInt16LE(at * 8),
        program[at * 8 + 2]!,
        program[at * 8 + 3]!,
        program.readUInt32LE(at * 8 + 4),
      ];
      if (code === 0x06) return value;
      if (code === 0x20) accumulator = value === 0 ? number : value === 4 ? audit : argument;
      else
        at += (
          code === 0x15
            ? accumulator === value
            : code === 0x35
              ? accumulator >= value
              : (accumulator & value) !== 0
        )
          ? yes
          : no;
    }
  };
  const [ALLOW, EPERM, ENOSYS, KILL] = [0x7fff_0000, 0x0005_0001, 0x0005_0026, 0x8000_0000];
  const filter = syscallFilter('x64')!;

  it('lets a query read, write and map', () => {
    for (const number of [0, 1, 9, 59, 202, 257]) expect(returned(filter, number)).toBe(ALLOW);
  });

  it('refuses sockets, processes, tracing, mounts and keys', () => {
    for (const number of [41, 53, 57, 58, 101, 165, 250, 272, 321, 425]) expect(returned(filter, number)).toBe(EPERM);
  });

  it('lets threads be made and no process', () => {
    expect(returned(filter, 56, { argument: 0x003d_0f00 })).toBe(ALLOW);
    expect(returned(filter, 56, { argument: 0x0120_0011 })).toBe(EPERM);
    expect(returned(filter, 435)).toBe(ENOSYS);
  });

  it('kills what speaks another table, and is missing where none is written', () => {
    expect(returned(filter, 0x4000_0000 + 41)).toBe(KILL);
    expect(returned(filter, 0, { audit: 0x4000_0003 })).toBe(KILL);
    expect(syscallFilter('riscv64')).toBeNull();
  });
});

describe('a frame', () => {
  it('is read whole however it arrives', () => {
    const bytes = Buffer.concat([encodeFrame({ a: 'é' }), encodeFrame([1, 2])]);
    const reader = new FrameReader(1000);
    expect([...bytes].flatMap((byte) => reader.push(Buffer.from([byte])))).toEqual([{ a: 'é' }, [1, 2]]);
  });

  it('above the bound is refused before it is buffered', () => {
    expect(() => new FrameReader(10).push(Buffer.from([0x7f, 0xff, 0xff, 0xff]))).toThrow(RangeError);
  });
});
