import { type Person, refuse } from '@hub/decider';
import { Caller } from '@hub/http-edge';
import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { NoticesInput } from './notice.input.js';
import { NoticeStore } from './notice.store.js';

/** My inbox. */
@Controller('notices')
export class NoticeController {
  constructor(
    @Inject(NoticeStore) private readonly notices: NoticeStore,
    @Inject('notification:letters') private readonly lettersOn: boolean,
  ) {}

  @Get()
  list(@Query() query: NoticesInput, @Caller() { id }: Person) {
    return this.notices.list(id, query);
  }

  /** How many I have not read, how many of these ask me to act, and whether this hub also sends letters. */
  @Get('count')
  async count(@Caller() { id }: Person) {
    return { ...(await this.notices.count(id)), letters: this.lettersOn ? 'on' : 'off' };
  }

  @Post('read-all')
  @HttpCode(200)
  async readAll(@Caller() { id }: Person) {
    return { read: await this.notices.readAll(id) };
  }

  @Post(':id/read')
  @HttpCode(200)
  async read(@Param('id') notice: string, @Caller() { id }: Person) {
    return (await this.notices.read(id, notice)) ?? refuse('not-found');
  }
}
