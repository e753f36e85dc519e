import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@hub/http-edge';

export interface NotificationSettings {
  /** The portal's address, as letters and notices give it; without a slash at the end. */
  readonly portal: string;
  /** Where letters go out; absent, notices are in the portal only. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** Seals addresses in the database. */
  readonly key: Buffer;
  readonly demonstration: boolean;
  /** Between two rounds of what is done by the clock. */
  readonly roundMs: number;
}

/** Reads what the notification service needs beyond the common environment. */
export function readNotificationSettings(env: NodeJS.ProcessEnv): NotificationSettings {
  const wrong: string[] = [];
  const portal = (env.PUBLIC_URL ?? '').replace(/\/$/, '');
  if (!URL.canParse(portal)) wrong.push('PUBLIC_URL is not set: the address of the portal, https://host');
  const url = env.SMTP_URL ?? '';
  if (url !== '' && !/^smtps?:\/\//.test(url))
    wrong.push('SMTP_URL must be smtp://user:password@host:port or smtps://…');
  const from = env.MAIL_FROM ?? '';
  if (url !== '' && !from.includes('@'))
    wrong.push('MAIL_FROM is not set: the sender of letters, Health Data Hub <hub@example.org>');
  const seed = env.NOTIFICATION_SEED ?? '';
  if (seed !== '' && seed !== 'demonstration') wrong.push('NOTIFICATION_SEED can only be `demonstration`');
  const key = readKey(env.NOTIFICATION_KEY_FILE, wrong);
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  const smtp = url === '' ? undefined : { url, from };
  return { portal, smtp, key, demonstration: seed === 'demonstration', roundMs: 2_000 };
}

function readKey(file: string | undefined, wrong: string[]): Buffer {
  const remedy = 'a file with 32 random bytes in base64, which seals addresses';
  if (!file) {
    wrong.push(`NOTIFICATION_KEY_FILE is not set: ${remedy}`);
    return Buffer.alloc(0);
  }
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (key.length !== 32) wrong.push(`NOTIFICATION_KEY_FILE does not hold 32 bytes: ${remedy}`);
    return key;
  } catch {
    wrong.push('NOTIFICATION_KEY_FILE cannot be read');
    return Buffer.alloc(0);
  }
}
