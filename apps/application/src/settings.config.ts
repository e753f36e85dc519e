import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@hub/http-edge';

export interface ApplicationSettings {
  /** The folder of attachments. */
  readonly home: string;
  /** Seals attachments and letters at rest; never leaves this process. */
  readonly key: Buffer;
  readonly attachmentMaxBytes: number;
  /** clamd, where there is one. */
  readonly scanner?: { readonly host: string; readonly port: number };
  /** The mail server that invitations by link go through, where there is one. */
  readonly post?: { readonly smtpUrl: string; readonly from: string; readonly publicUrl: string };
}

/** Reads what this service needs beyond the common environment; what is wrong is named at once. */
export function readApplicationSettings(env: NodeJS.ProcessEnv): ApplicationSettings {
  const wrong: string[] = [];
  const home = env.ATTACHMENTS_HOME ?? '';
  if (!home) wrong.push('ATTACHMENTS_HOME is not set: a folder that only this service can read, for attached files');
  const attachmentMaxBytes = Number(env.ATTACHMENT_MAX_BYTES ?? 100_000_000);
  if (!Number.isInteger(attachmentMaxBytes) || attachmentMaxBytes < 1)
    wrong.push('ATTACHMENT_MAX_BYTES must be a whole number of at least 1');
  const scanner = readScanner(env.CLAMAV_URL, wrong);
  const post = readPost(env, wrong);
  const key = readKey(env.APPLICATION_KEY_FILE, wrong);
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return { home, key, attachmentMaxBytes, ...(scanner && { scanner }), ...(post && { post }) };
}

function readScanner(given: string | undefined, wrong: string[]): ApplicationSettings['scanner'] {
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol === 'tcp:' && url.hostname && url.port) return { host: url.hostname, port: Number(url.port) };
  wrong.push('CLAMAV_URL must be tcp://host:port of a clamd');
  return undefined;
}

function readPost(env: NodeJS.ProcessEnv, wrong: string[]): ApplicationSettings['post'] {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from = '', PUBLIC_URL: publicUrl = '' } = env;
  if (!smtpUrl) return undefined;
  if (!/^smtps?:\/\//.test(smtpUrl)) wrong.push('SMTP_URL must be smtp://… or smtps://…');
  if (!from) wrong.push('MAIL_FROM is not set: the address that letters come from');
  if (!URL.canParse(publicUrl))
    wrong.push('PUBLIC_URL is not set: the address of the portal, which links in letters lead to');
  return { smtpUrl, from, publicUrl };
}

function readKey(file: string | undefined, wrong: string[]): Buffer {
  if (!file) {
    wrong.push(
      'APPLICATION_KEY_FILE is not set: a file with at least 32 random bytes in base64, kept outside ATTACHMENTS_HOME',
    );
    return Buffer.alloc(0);
  }
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (key.length < 32) wrong.push('APPLICATION_KEY_FILE holds fewer than 32 bytes');
    return key;
  } catch {
    wrong.push('APPLICATION_KEY_FILE cannot be read');
    return Buffer.alloc(0);
  }
}
