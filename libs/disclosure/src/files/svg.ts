import { type FileReason, type FileReasonCode, reason } from './file-result.js';

/** Whether the root element is `svg`, after a declaration, comments and a document type. */
export function isSvg(text: string): boolean {
  let at = 0;
  for (;;) {
    while (/[\uFEFF\s]/.test(text[at] ?? '')) at += 1;
    const rest = text.slice(at, at + 64);
    const end = rest.startsWith('<!--') ? '-->' : /^<[?!]/.test(rest) ? '>' : undefined;
    if (end === undefined) return /^<(\w+:)?svg[\s/>]/i.test(rest);
    const found = text.indexOf(end, at);
    if (found < 0) return false;
    at = found + end.length;
  }
}

const SIGNS: readonly [FileReasonCode, RegExp][] = [
  [
    'script',
    /<(\w+:)?script[\s/>]|[\s"'/]on[a-z]+\s*=|javascript\s*:|<(\w+:)?(foreignObject|iframe|embed|object|handler)[\s/>]/i,
  ],
  [
    'external-reference',
    /<!ENTITY|<\?xml-stylesheet|@import|\bhref\s*=\s*["']?\s*(?!#|data:|["'#])[^\s"'>]|url\(\s*["']?\s*(?!#|data:)[^\s"')]/i,
  ],
  ['embedded-file', /data:(?!image\/(png|jpeg|gif)|font\/)[a-z]*\/?[a-z]*[;,]/i],
  ['metadata', /<(\w+:)?(metadata|desc)[\s>]|<!--/i],
];

/** A picture may contain shapes and text: no script, nothing fetched, nothing carried along. */
export function inspectSvg(text: string): FileReason[] {
  const plain = decodeReferences(text);
  // Browsers drop tabs and line ends within a URL: `java\nscript:`.
  const joined = plain.replace(/[\t\r\n]/g, '');
  const signs = SIGNS.filter(([, sign]) => sign.test(plain) || sign.test(joined));
  const found = signs.map(([code]) => reason(code));
  const isClosed = /<\/(\w+:)?svg\s*>\s*$|\/>\s*$/i.test(plain);
  return [reason('content-not-checked'), ...found, ...(isClosed ? [] : [reason('malformed', 'no end')])];
}

/** `&#106;avascript:` is `javascript:` to a browser. */
function decodeReferences(text: string): string {
  return text.replace(/&#(x[0-9a-f]+|\d+);?/gi, (whole, code: string) => {
    const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
