import { isRefusal, type Person, type Refusal, refuse } from '@hub/decider';
import { ApiTags, Caller, Public } from '@hub/http-edge';
import { pdfOf } from '@hub/pdf';
import { Controller, Get, Header, Headers, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { Forms } from '../form/forms.js';
import { CaseLocks } from '../lock/case-locks.store.js';
import { Accounts } from './account.client.js';
import { application, hasContent, type WithContent } from './application.js';
import { ApplicationStore } from './application.store.js';
import { defaultsFor } from './defaults.js';
import { LanguageInput } from './documents.inputs.js';
import { ApplicationExport, exportOf } from './export-format.js';
import { printOf } from './print.js';
import { type Submission, versionsOf } from './submissions.js';
import { seesWhole, shownOf } from './view.js';

/** The whole of an application, as documents: what was sent so far, the file for programs, the print. */
@ApiTags('applications')
@Controller('applications')
export class DocumentsController {
  constructor(
    @Inject(ApplicationStore) private readonly applications: ApplicationStore,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(CaseLocks) private readonly locks: CaseLocks,
  ) {}

  /** The JSON Schema of an exported application. */
  @Public()
  @Get('export-schema')
  schema() {
    return ApplicationExport;
  }

  /** Everything that was sent, in order, each beside what it changed. */
  @Get(':id/versions')
  async versions(@Caller() person: Person, @Param('id') id: string) {
    const whole = await this.whole(id, person);
    return isRefusal(whole) ? whole : { items: versionsOf(await this.applications.recorded(id)) };
  }

  /** The application as a file that programs read, and that `import` takes. */
  @Get(':id/export')
  @Header('content-disposition', 'attachment; filename="application.json"')
  async export(@Caller() person: Person, @Param('id') id: string) {
    const whole = await this.copied(id, person);
    if (isRefusal(whole)) return whole;
    const { state, version, shown } = whole;
    return exportOf(this.forms.of(state), id, version, state, shown);
  }

  /** All sections, answers in words, basket, team, status and version. */
  @Get(':id/print.pdf')
  async print(@Caller() person: Person, @Param('id') id: string, @Query() { lang }: LanguageInput) {
    const whole = await this.copied(id, person);
    if (isRefusal(whole)) return whole;
    const { state, version, shown } = whole;
    const form = this.forms.of(state);
    const procedure = this.forms.procedures.of({ id: state.procedure, version: state.procedureVersion });
    const at = new Date((await this.applications.recorded(id)).at(-1)?.at ?? 0);
    const print = printOf({ id, version, state, shown, form, procedure, at }, lang);
    const disposition = `inline; filename="application-${lang}.pdf"`;
    return new StreamableFile(await pdfOf(print), { type: 'application/pdf', disposition });
  }

  /** Answers that the account of whoever asks offers for questions that have none yet. */
  @Get(':id/defaults')
  async defaults(
    @Caller() person: Person,
    @Param('id') id: string,
    @Query() { lang }: LanguageInput,
    @Headers('authorization') authorization: string,
  ) {
    const whole = await this.whole(id, person);
    if (isRefusal(whole)) return whole;
    const { state, shown } = whole;
    const account = await this.accounts.of(authorization);
    return { answers: defaultsFor(this.forms.of(state), shown.answers, account, lang) };
  }

  /** What is about to leave the hub: nothing of a locked case. */
  private async copied(id: string, person: Person) {
    const whole = await this.whole(id, person);
    return isRefusal(whole) ? whole : ((await this.locks.copyRefused(id)) ?? whole);
  }

  private async whole(id: string, person: Person): Promise<Whole | Refusal<'not-found' | 'forbidden'>> {
    const found = await this.applications.read(id, person);
    if (isRefusal(found)) return found;
    const relations = application.relations(found.state, person);
    if (!hasContent(found.state) || !seesWhole(relations)) return refuse('forbidden', { by: ['lead', 'member'] });
    return { ...found, state: found.state, shown: shownOf(found.state, relations) };
  }
}

interface Whole {
  readonly state: WithContent;
  readonly version: number;
  readonly shown: Submission;
}
