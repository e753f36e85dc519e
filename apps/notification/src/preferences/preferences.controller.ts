import { Ids, type Person, refuse } from '@hub/decider';
import { Database } from '@hub/event-store';
import { Caller } from '@hub/http-edge';
import { Body, Controller, Get, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { LetterStore } from '../letters/letter.store.js';
import { CorrespondentStore } from './correspondent.store.js';
import { ConfirmInput, PreferencesInput } from './preferences.input.js';
import { confirmation } from './preferences.js';

/** How I wish to be told: my own preferences, and nobody else's. */
@Controller('notices/preferences')
export class PreferencesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CorrespondentStore) private readonly correspondents: CorrespondentStore,
    @Inject(LetterStore) private readonly letters: LetterStore,
    @Inject(Ids) private readonly ids: Ids,
    @Inject('notification:letters') private readonly lettersOn: boolean,
  ) {}

  @Get()
  async mine(@Caller() { id }: Person) {
    return { ...(await this.correspondents.find(id)), letters: this.lettersOn ? 'on' : 'off' };
  }

  /** A new address gets a letter with a code, and is written to once the code has come back. */
  @Put()
  async prefer(@Body() { email, ...preferences }: PreferencesInput, @Caller() caller: Person) {
    const { email: known } = await this.correspondents.find(caller.id);
    const isNew = typeof email === 'string' && email !== known;
    if (isNew && !this.lettersOn) return refuse('letters-off');
    await this.database.transaction(async (client) => {
      await this.correspondents.prefer(client, caller.id, preferences);
      if (email === null) await this.correspondents.forgetAddress(client, caller.id);
      if (!isNew) return;
      const code = await this.correspondents.propose(client, caller.id, email);
      const { language } = preferences;
      const letter = { id: this.ids.next(), personId: caller.id, language, ...confirmation(language, code) };
      await this.letters.write(client, [letter], 'unconfirmed');
    });
    return this.mine(caller);
  }

  @Post('confirm')
  @HttpCode(200)
  async confirm(@Body() { code }: ConfirmInput, @Caller() caller: Person) {
    return (await this.correspondents.confirm(caller.id, code)) ?? this.mine(caller);
  }
}
