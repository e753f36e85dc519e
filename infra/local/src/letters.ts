import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A captured letter, as its reader would see it. */
export interface CapturedLetter {
  readonly file: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly messageId: string;
  readonly language: string;
  readonly text: string;
}

/** The letters of a folder, the oldest first; none where the folder is not there yet. */
export async function lettersIn(dir: string): Promise<CapturedLetter[]> {
  const names = await readdir(dir).catch(() => []);
  const files = names.filter((name) => /^[^.].*\.eml$/.test(name)).sort();
  return Promise.all(files.map(async (file) => ({ file, ...letterOf(await readFile(join(dir, file))) })));
}

/** Reads a letter of one plain text, as the hub writes them (RFC 5322, 2045 and 2047). */
export function letterOf(bytes: Buffer): Omit<CapturedLetter, 'file'> {
  const raw = bytes.toString('latin1');
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map(
        (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
      ),
  );
  const header = (name: string) => words(headers.get(name) ?? '');
  return {
    to: header('to'),
    subject: header('subject'),
    date: header('date'),
    messageId: header('message-id'),
    language: header('content-language'),
    text: body(rest.join('\r\n\r\n'), header('content-transfer-encoding')).replaceAll('\r\n', '\n').trimEnd(),
  };
}

/** Encoded words of a header: `=?UTF-8?Q?Votre_r=C3=A9ponse?=`; the space between two of them is not part of the text. */
const words = (value: string): string =>
  value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/((?:=\?utf-8\?[qb]\?[^?]*\?=)+)/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)].map(([, how, text = '']) =>
          how?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' ')),
        ),
      ).toString(),
    );

function body(text: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(text, 'base64').toString();
  if (/quoted-printable/i.test(encoding)) return unquoted(text.replace(/=\r\n/g, '')).toString();
  return Buffer.from(text, 'latin1').toString();
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
