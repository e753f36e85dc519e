/** Gives a preparation the opt-outs that count for its permit, as a file that is gone when it has ended. */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULTS } from '@hub/disclosure';
import { Inject, Injectable } from '@nestjs/common';
import type { OptOuts } from '../preparation/opt-outs.js';
import { PreparationFault } from '../preparation/run-preparation.client.js';
import { INSIDE, type Mount } from '../sandbox/walls.js';
import type { ProvisioningSettings } from '../settings.config.js';
import { optOutOf } from '../workspace/permission-of.js';
import type { Permission } from '../workspace/workspace.js';
import { isUnderKey } from './enter.js';
import { OptOutStore } from './opt-out.store.js';
import { LIST } from './opt-out-list.js';
import { listKey } from './person-hash.js';

const FILE = 'list';

export interface OptOutsAtHand {
  readonly optOuts: OptOuts;
  readonly mounts: readonly Mount[];
}

@Injectable()
export class OptOutsAsAt {
  private readonly key;

  constructor(
    @Inject(OptOutStore) private readonly list: OptOutStore,
    @Inject('provisioning:settings') settings: ProvisioningSettings,
  ) {
    this.key = listKey(settings.optOutKey);
  }

  /** Runs `work` with the permit's opt-outs in `folder`. Throws a `PreparationFault` under a wrong key. */
  async during<Result>(
    permission: Permission,
    folder: string,
    work: (given: OptOutsAtHand) => Promise<Result>,
  ): Promise<Result> {
    const { asAt, exception } = optOutOf(permission);
    if (exception) return work({ optOuts: { asAt, setAside: true }, mounts: [] });
    if (!isUnderKey((await this.list.load(LIST)).state, this.key.id))
      throw new PreparationFault('the opt-out list was made with another key than OPT_OUT_KEY_FILE');
    try {
      const listSha256 = await this.write(new Date(asAt), folder);
      const told = { list: `${INSIDE.optOuts}/${FILE}`, listSha256, key: this.key.bytes.toString('hex') };
      return await work({
        optOuts: { asAt, setAside: false, ...told, fewest: DEFAULTS.minimumCount },
        mounts: [{ from: folder, at: INSIDE.optOuts }],
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async write(asAt: Date, folder: string): Promise<string> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file: FileHandle = await open(join(folder, FILE), 'wx', 0o600);
    const sum = createHash('sha256');
    try {
      await this.list.eachOutAsAt(asAt, async (persons) => {
        const lines = `${persons.join('\n')}\n`;
        sum.update(lines);
        await file.write(lines);
      });
    } finally {
      await file.close();
    }
    return sum.digest('hex');
  }
}
