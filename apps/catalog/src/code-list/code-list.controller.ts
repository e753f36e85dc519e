import { isRefusal, refuse } from '@hub/decider';
import { Public } from '@hub/http-edge';
import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { pageOf } from '../search/paging.js';
import { CodeListQuery, PageQuery } from '../search/search.input.js';
import { CodeListStore } from './code-list.store.js';

/** Code lists and their codes; open to everybody. */
@Controller('catalog/code-lists')
@Public()
export class CodeListController {
  constructor(@Inject(CodeListStore) private readonly lists: CodeListStore) {}

  @Get()
  async list(@Query() asked: CodeListQuery) {
    const page = pageOf(asked, 100_000);
    if (isRefusal(page)) return page;
    const items = await this.lists.list(asked.q ?? '', asked.holder, page.skip, page.size);
    return { page: page.number, size: page.size, items };
  }

  /** Codes that begin with `q`, or whose labels have its words; all of them without. */
  @Get(':id')
  async one(@Param('id', ParseUUIDPipe) id: string, @Query() asked: PageQuery) {
    const page = pageOf(asked, 100_000);
    if (isRefusal(page)) return page;
    const head = await this.lists.find(id);
    if (!head) return refuse('not-found');
    const { total, atLeast, codes } = await this.lists.codes(id, asked.q ?? '', page.skip, page.size);
    return { ...head, total, atLeast, page: page.number, items: codes };
  }
}
