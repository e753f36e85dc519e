import { ApiTags, edgeProblem, Public } from '@hub/http-edge';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Forms } from './forms.js';

/** The forms that can be filled in, for everybody: what is asked should be known before one begins. */
@ApiTags('applications')
@Controller('applications/forms')
@Public()
export class FormController {
  constructor(@Inject(Forms) private readonly forms: Forms) {}

  @Get()
  list() {
    return {
      items: this.forms.current().map(({ procedure: { id, version, title, applicants }, form }) => ({
        procedure: id,
        version,
        title,
        applicants,
        form: form.id,
        formVersion: form.version,
      })),
    };
  }

  @Get(':procedure')
  read(@Param('procedure') id: string) {
    const found = this.forms.current().find(({ procedure }) => procedure.id === id);
    if (!found)
      throw edgeProblem('no-such-route', { known: this.forms.current().map(({ procedure }) => procedure.id) });
    return this.shown(id, found.procedure.version);
  }

  /** An older version, as a running application shows it. */
  @Get(':procedure/:version')
  readVersion(@Param('procedure') id: string, @Param('version') version: string) {
    const newest = this.forms.procedures.newest(id)?.version ?? 0;
    const known = Array.from({ length: newest }, (_, index) => String(index + 1));
    if (!known.includes(version)) throw edgeProblem('no-such-route', { known });
    return this.shown(id, Number(version));
  }

  private shown(procedure: string, procedureVersion: number) {
    return { procedure, procedureVersion, ...this.forms.of({ procedure, procedureVersion }) };
  }
}
