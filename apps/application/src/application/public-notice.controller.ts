import { refuse } from '@hub/decider';
import { ApiTags, Public } from '@hub/http-edge';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Forms } from '../form/forms.js';
import { ApplicationStore } from './application.store.js';
import { publicNoticeOf } from './public-notice.js';

@ApiTags('applications')
@Controller('applications')
export class PublicNoticeController {
  constructor(
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject(Forms) private readonly forms: Forms,
  ) {}

  /** Public: the notice that an application was received, in the words the applicant wrote for the public. */
  @Public()
  @Get(':id/public')
  async notice(@Param('id') id: string) {
    const { state } = await this.applications.load(id);
    return publicNoticeOf(this.forms, id, state) ?? refuse('not-found');
  }
}
