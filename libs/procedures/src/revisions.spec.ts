import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  clockOf,
  clocksOfPhase,
  declaredProcedures,
  inconsistenciesOf,
  Procedures,
  proceduresInFile,
  revisedBy,
} from './index.js';

const inside = {
  id: 'EU_ACCELERATED',
  version: 1000,
  revises: 1,
  clocks: { INTERNAL_PRE_SCREENING: { length: { workingDays: 5 } } },
};
const revised = (...revisions: object[]) => {
  const outcome = revisedBy(declaredProcedures, revisions);
  if ('wrong' in outcome) throw new Error(outcome.wrong.join('\n'));
  return new Procedures(outcome.procedures);
};

describe('what an operator changes', () => {
  it('adds a limit of the body’s own to a step of the accelerated track, as a version of its own [R8.0.3]', () => {
    const procedures = revised(inside);
    const next = procedures.newest('EU_ACCELERATED');
    expect(next).toMatchObject({ version: 1000, title: { en: 'European accelerated application' } });
    expect(next && clocksOfPhase(next, 'PRE_SCREENING')).toEqual(['INTERNAL_PRE_SCREENING']);
    expect(next && clockOf(next, 'INTERNAL_PRE_SCREENING')).toMatchObject({
      limit: { length: { workingDays: 5 }, zone: 'Europe/Paris' },
      ...{ party: 'hub', onSilence: 'OVERDUE', duringInformationRequest: 'PAUSES' },
    });
    const before = procedures.of({ id: 'EU_ACCELERATED', version: 1 });
    expect(clocksOfPhase(before, 'PRE_SCREENING')).toEqual([]);
    expect(next && inconsistenciesOf(next)).toEqual([]);
  });
  it('changes limits and policies of any procedure, version after version', () => {
    const procedures = revised(
      { id: 'EU_ACCESS', version: 1000, revises: 2, clocks: { AUTHORITY_DECISION: { remindDaysBefore: [30] } } },
      {
        ...{ id: 'EU_ACCESS', version: 1001, revises: 1000, fees: { base: 1 } },
        clocks: { AUTHORITY_DECISION: { length: { months: 2 } } },
      },
      { id: 'FR_AUTHORISATION', version: 1000, revises: 2, committee: { filesPerRapporteurAndMonth: 6 } },
    );
    expect(procedures.newest('EU_ACCESS')).toMatchObject({
      version: 1001,
      clocks: { AUTHORITY_DECISION: { limit: { length: { months: 2 } }, remindDaysBefore: [30] } },
      fees: { base: 1, perTable: 10_000 },
    });
    expect(procedures.newest('FR_AUTHORISATION')?.committee).toMatchObject({
      rapporteurs: 2,
      filesPerRapporteurAndMonth: 6,
    });
  });
  it.each([
    ['a list', { revisions: [] }, '/: must be array'],
    ['a version of the operator’s own', [{ ...inside, version: 3 }], '/0/version: must be >= 1000'],
    [
      'a version once',
      [inside, inside],
      '/1 (EU_ACCELERATED version 1000): its version stands twice: give the later one the next number',
    ],
    [
      'of a known version',
      [{ ...inside, revises: 9 }],
      expect.stringContaining('/0 (EU_ACCELERATED version 1000): revises: there is no version 9 of it, but 1, 2'),
    ],
    ['a known procedure', [{ ...inside, id: 'EU' }], '/0 (EU version 1000): no such procedure is declared'],
    ['known words', [{ ...inside, phases: [] }], '/0: must not have additional properties'],
    ['known clocks', [{ ...inside, clocks: { TEA: {} } }], '/0/clocks: must not have additional properties'],
    [
      'a length',
      [{ ...inside, clocks: { INTERNAL_PRE_SCREENING: {} } }],
      '/0 (EU_ACCELERATED version 1000): /clocks/INTERNAL_PRE_SCREENING: a new limit says its length',
    ],
    [
      'a phase of the procedure',
      [{ ...inside, clocks: { INTERNAL_COMMITTEE_REVIEW: { length: { days: 1 } } } }],
      '/0 (EU_ACCELERATED version 1000): /clocks/INTERNAL_COMMITTEE_REVIEW: the procedure has no such clock or phase',
    ],
    [
      'who extends',
      [{ ...inside, clocks: { INFORMATION: { extension: { length: { weeks: 1 }, atMost: 1 } } } }],
      '/0 (EU_ACCELERATED version 1000): the clock INFORMATION says who extends it if and only if it can be extended',
    ],
  ])('must be %s', (_what, content, wrong) => {
    expect(revisedBy(declaredProcedures, content)).toEqual({ wrong: expect.arrayContaining([wrong]) });
  });
  it('stands in a file, whose faults are named at the start', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'procedures-')), 'procedures.json');
    const read = () => proceduresInFile({ PROCEDURES_FILE: file }, declaredProcedures);
    expect(read).toThrow('PROCEDURES_FILE cannot be read');
    writeFileSync(file, '{');
    expect(read).toThrow('PROCEDURES_FILE is not JSON');
    writeFileSync(file, JSON.stringify([{ ...inside, revises: 7 }]));
    expect(read).toThrow('/0 (EU_ACCELERATED version 1000): revises: there is no version 7');
    writeFileSync(file, JSON.stringify([inside]));
    expect(read()).toHaveLength(declaredProcedures.length + 1);
    expect(proceduresInFile({}, declaredProcedures)).toBe(declaredProcedures);
  });
});
