import type { SourceFile } from '../workspace/source-files.js';

/** One requirement as our list has it. */
export interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly owner: string;
  readonly what: string;
  /** Tests that prove it without carrying its id. */
  readonly proofs: readonly { readonly file: string; readonly title: string }[];
  /** Why no test proves all of it: the name of an issue, or nothing. */
  readonly open: string;
}

export interface Proof {
  readonly path: string;
  readonly title: string;
}

export function parseList(text: string): Requirement[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [id = '', level = '', owner = '', what = '', proofs = '', open = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { id, level, owner, what, proofs: proofs.split(';').filter(Boolean).map(proofIn), open };
  });
}

function proofIn(text: string): { file: string; title: string } {
  const [file = '', title = ''] = text.split('#').map((part) => part.trim());
  return { file, title };
}

/** Tests whose titles carry ids: `'[R6.2.26] refuses to submit what is incomplete'`. */
export function titledProofs(specs: readonly SourceFile[]): Map<string, Proof[]> {
  const found = new Map<string, Proof[]>();
  for (const spec of specs) {
    for (const [title, ids = ''] of spec.text.matchAll(
      /['"`][^'"`\n]*\[((?:R\d+\.\d+\.\d+[ab]?[,; ]*)+)\][^'"`\n]*/g,
    )) {
      for (const [id] of ids.matchAll(/R[\d.]+[ab]?/g)) {
        const proof = { path: pathOf(spec), title: title.slice(1).replace(/\s*\[R[^\]]*\]\s*/, '') };
        found.set(id, [...(found.get(id) ?? []), proof]);
      }
    }
  }
  return found;
}

export const pathOf = (file: SourceFile): string => `${file.package.kind}/${file.package.folder}/${file.path}`;

/** The listed proofs that exist, and a finding for each that does not. */
export function listedProofs(
  requirement: Requirement,
  specs: readonly SourceFile[],
): { proofs: Proof[]; findings: string[] } {
  const proofs: Proof[] = [];
  const findings: string[] = [];
  for (const { file, title } of requirement.proofs) {
    const spec = specs.find((one) => `/${pathOf(one)}`.endsWith(`/${file}`) && one.text.includes(title));
    if (spec) proofs.push({ path: pathOf(spec), title });
    else findings.push(`${requirement.id}: no test in a file …${file} has a title with “${title}”`);
  }
  return { proofs, findings };
}
