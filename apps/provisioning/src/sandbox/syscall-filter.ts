/**
 * A seccomp filter as a BPF program: what a query never needs is refused by the kernel. No socket
 * of any kind, no new process (threads only), no tracing, mounting, keys, io_uring or eBPF.
 * bubblewrap loads it right before it starts Node, so `execve` alone must stay possible; with no
 * program but Node in the sandbox and no new process, there is nothing to gain by it.
 */
type Architecture = { readonly audit: number; readonly clone: number; readonly denied: readonly number[] };

/** From 424 on, both architectures number system calls alike: pidfd, io_uring, new mount calls. */
const DENIED_EVERYWHERE = [424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 442];
const CLONE3 = 435;
const CLONE_THREAD = 0x0001_0000;

const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  x64: {
    audit: 0xc000_003e,
    clone: 56,
    denied: [
      41, 42, 43, 44, 49, 50, 53, 57, 58, 101, 135, 155, 161, 163, 165, 166, 167, 168, 169, 175, 176, 179, 246, 248,
      249, 250, 272, 288, 298, 303, 304, 308, 310, 311, 312, 313, 321, 322, 323,
    ],
  },
  arm64: {
    audit: 0xc000_00b7,
    clone: 220,
    denied: [
      39, 40, 41, 51, 60, 89, 92, 97, 104, 105, 106, 117, 142, 198, 199, 200, 201, 202, 203, 206, 217, 218, 219, 224,
      225, 241, 242, 264, 265, 268, 270, 271, 272, 273, 280, 281, 282,
    ],
  },
};

const LOAD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_AT_LEAST = 0x35;
const JUMP_BITS = 0x45;
const RETURN = 0x06;
const ALLOW = 0x7fff_0000;
const KILL = 0x8000_0000;
const errno = (code: number) => 0x0005_0000 | code;
const EPERM = 1;
const ENOSYS = 38;
const OFFSET = { number: 0, architecture: 4, firstArgument: 16 };
const X32_BIT = 0x4000_0000;

/** The filter for an architecture as Node names it, or `null` where none is written. */
export function syscallFilter(architecture: string): Buffer | null {
  const target = ARCHITECTURES[architecture];
  if (target === undefined) return null;
  const denied = [...target.denied, ...DENIED_EVERYWHERE];
  const program: Instruction[] = [
    [LOAD, 0, 0, OFFSET.architecture],
    [JUMP_EQUAL, 1, 0, target.audit],
    [RETURN, 0, 0, KILL],
    [LOAD, 0, 0, OFFSET.number],
    // The x32 table gives the same calls other numbers: all of it is refused.
    [JUMP_AT_LEAST, 0, 1, X32_BIT],
    [RETURN, 0, 0, KILL],
    // glibc falls back to clone, whose flags a filter can read.
    [JUMP_EQUAL, 0, 1, CLONE3],
    [RETURN, 0, 0, errno(ENOSYS)],
    ...denied.flatMap((number): Instruction[] => [
      [JUMP_EQUAL, 0, 1, number],
      [RETURN, 0, 0, errno(EPERM)],
    ]),
    [JUMP_EQUAL, 0, 3, target.clone],
    [LOAD, 0, 0, OFFSET.firstArgument],
    [JUMP_BITS, 1, 0, CLONE_THREAD],
    [RETURN, 0, 0, errno(EPERM)],
    [RETURN, 0, 0, ALLOW],
  ];
  return assemble(program);
}

type Instruction = readonly [code: number, whenTrue: number, whenFalse: number, value: number];

/** `struct sock_filter`: code, two jumps, value; little-endian on both architectures. */
function assemble(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, whenTrue, whenFalse, value], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(whenTrue, index * 8 + 2);
    bytes.writeUInt8(whenFalse, index * 8 + 3);
    bytes.writeUInt32LE(value >>> 0, index * 8 + 4);
  });
  return bytes;
}
