/** Takes lines of the opt-out list from wherever they come: all of them, or none. */
import { Clock, Ids, isRefusal, refuse } from '@hub/decider';
import type { PersonalOrder } from '@hub/http-edge';
import { Inject, Injectable } from '@nestjs/common';
import type { ProvisioningSettings } from '../settings.config.js';
import { enter } from './enter.js';
import { lineFaults } from './line.js';
import { type Entry, OptOutStore } from './opt-out.store.js';
import { LIST } from './opt-out-list.js';
import { contentHash, listKey, personHash } from './person-hash.js';
import type { Numbered } from './read-list.js';

const PARCEL = 5_000;
/** Faults that are listed; all are counted. */
const LISTED = 100;

@Injectable()
export class OptOutLines {
  private readonly key;

  constructor(
    @Inject(OptOutStore) private readonly list: OptOutStore,
    @Inject('provisioning:settings') settings: ProvisioningSettings,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {
    this.key = listKey(settings.optOutKey);
  }

  /** Answers with how many entries were new: a line that was sent before is none. */
  async enter(lines: (now: Date) => AsyncIterable<Numbered>, order: PersonalOrder) {
    const arrivalId = this.ids.next();
    const arrival = { arrivalId, added: 0, keyId: this.key.id };
    const { state } = await this.list.load(LIST);
    // Judged before a single line is read, and again with the lines.
    if (!this.list.allowed(state, order.actor).includes('enter'))
      return this.list.execute(enter, LIST, { content: '' }, order, arrival);
    try {
      const { faults, count, content } = await this.layReady(arrivalId, lines(this.clock.now()));
      if (count > 0) return refuse('opt-outs-have-faults', { count, lines: faults.map(explained) });
      const added = await this.list.addedBy(arrivalId);
      const answer = await this.list.execute(enter, LIST, { content }, order, { ...arrival, added });
      return isRefusal(answer) ? answer : { ...answer, added };
    } finally {
      await this.list.clear(arrivalId);
    }
  }

  private async layReady(arrivalId: string, lines: AsyncIterable<Numbered>) {
    const faults: Faulty[] = [];
    let count = 0;
    const content = contentHash(this.key);
    const parcel: Entry[] = [];
    for await (const read of lines) {
      if (!read.ok && ++count <= LISTED) faults.push(read);
      if (!read.ok || count > 0) continue;
      const { person, given, reversed } = read.line;
      const hash = personHash(this.key, person);
      parcel.push({ person: hash, at: given, isOut: true });
      if (reversed !== null) parcel.push({ person: hash, at: reversed, isOut: false });
      content.update(`${hash.toString('hex')} ${given.toISOString()} ${reversed?.toISOString()}\n`);
      if (parcel.length >= PARCEL) await this.list.layReady(arrivalId, parcel.splice(0));
    }
    if (count === 0) await this.list.layReady(arrivalId, parcel);
    return { faults, count, content: content.digest('base64url') };
  }
}

type Faulty = Extract<Numbered, { ok: false }>;

const explained = ({ number, fault }: Faulty) => ({ line: number, code: fault, ...lineFaults[fault] });
