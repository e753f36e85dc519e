import { ApiTags, edgeProblem, Public } from '@hub/http-edge';
import { Controller, Get, Param } from '@nestjs/common';
import { procedureOf, procedures } from './procedures.js';

/** The forms that can be filled in, for everybody: what is asked should be known before one begins. */
@ApiTags('applications')
@Controller('applications/forms')
@Public()
export class FormController {
  @Get()
  list() {
    return { items: procedures.map(({ id, version, form }) => ({ procedure: id, version, form: form.id })) };
  }

  @Get(':procedure')
  read(@Param('procedure') id: string) {
    const procedure = procedureOf(id);
    if (!procedure) throw edgeProblem('no-such-route', { known: procedures.map((known) => known.id) });
    return { procedure: procedure.id, procedureVersion: procedure.version, ...procedure.form };
  }
}
