import { Transient } from '@hub/messaging';
import { Injectable } from '@nestjs/common';
import type { Account } from './defaults.js';

const patienceMs = 3_000;

/** Asks the directory, with the caller's own token, who they are: names live there and nowhere else. */
@Injectable()
export class Accounts {
  constructor(private readonly directoryUrl: string) {}

  /** @throws Transient when the directory does not answer */
  async of(authorization: string): Promise<Account> {
    const response = await fetch(`${this.directoryUrl}/people/me`, {
      headers: { authorization },
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error) => {
      throw new Transient(`the directory does not answer: ${(error as Error).message}`);
    });
    if (!response.ok) throw new Transient(`the directory answered ${response.status}`);
    return (await response.json()) as Account;
  }
}
