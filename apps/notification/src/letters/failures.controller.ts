import { For } from '@hub/http-edge';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { LetterStore } from './letter.store.js';

/** Letters that do not arrive, for those who run the hub. Addresses are masked. */
@Controller('notices/failures')
@For('directory_administrator', 'hub_officer')
export class FailuresController {
  constructor(
    @Inject(LetterStore) private readonly letters: LetterStore,
    @Inject('notification:letters') private readonly lettersOn: boolean,
  ) {}

  @Get()
  async list() {
    return { letters: this.lettersOn ? 'on' : 'off', items: await this.letters.troubled() };
  }

  @Post(':id/retry')
  @HttpCode(200)
  retry(@Param('id') id: string) {
    return this.letters.retry(id);
  }
}
