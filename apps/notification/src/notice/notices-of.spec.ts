import {
  CaseDeadlineNear,
  CaseFoundComplete,
  CaseInformationRequested,
  CaseInterestDeclared,
  CaseVoteOpened,
  type DataOf,
  type EventContract,
  ExportDecided,
  ExportSubmitted,
  PermitGranted,
  WorkspacePermitFollowed,
} from '@hub/contracts';
import { type CaseFile, evolve, newCaseFile } from '../facts/case-file.js';
import type { Facts } from '../facts/recipients.js';
import { rulesOf } from '../rules/table.js';
import { aboutOf } from './about.js';
import { noticesOf } from './notices-of.js';

const ids = { caseId: 'c-1', applicationId: 'a-1' };
const mandate = (personId: string, role: string, organisationId = 'hdh') => ({ personId, role, organisationId });
const mandates = [
  mandate('officer', 'hub_officer'),
  mandate('officer-2', 'hub_officer'),
  mandate('president', 'committee_president', 'cesrees'),
  mandate('member-1', 'committee_member', 'cesrees'),
  mandate('member-3', 'committee_member', 'cesrees'),
  mandate('holder-cnam', 'data_holder', 'cnam'),
  mandate('holder-chu', 'data_holder', 'chu'),
];
const known: CaseFile = { ...newCaseFile('a-1'), leadId: 'claire', team: ['claire', 'david'], datasets: ['snds'] };

/** Who is told what of an event that comes to a case after others. */
function told<Contract extends EventContract>(contract: Contract, data: DataOf<Contract>, before: CaseFile = known) {
  const file = evolve(before, contract.type, data);
  const facts: Facts = { file, mandates, holders: ['cnam'] };
  const about = aboutOf({ subject: 's', data }, file);
  const notices = noticesOf(rulesOf(contract.type), facts, data, about, 'https://portal.example');
  return new Map(notices.map((notice) => [notice.personId, notice]));
}

describe('an event becomes notices', () => {
  it('tells the lead to act by the day, and the rest of the team that it is asked', () => {
    const dueAt = '2026-03-30T21:59:59.999Z';
    const notices = told(CaseInformationRequested, { ...ids, requestId: 'r', fields: ['f'], phase: 'P', dueAt });
    expect([...notices].map(([person, { kind }]) => [person, kind])).toEqual([
      ['claire', 'task'],
      ['david', 'status'],
    ]);
    expect(notices.get('claire')?.content.en.text.split('\n')).toEqual([
      'You are asked to change or complete the marked parts of your application.',
      '',
      'Reference: a-1',
      'Please act by: 30 March 2026',
      'Open it in the portal: https://portal.example/dossiers/a-1',
    ]);
    expect(notices.get('claire')?.content.fr.text).toContain('À faire avant le 30 mars 2026');
  });

  it('tells a member who is recused nothing of the case, whatever else they are', () => {
    const recused = evolve(known, CaseInterestDeclared.type, { ...ids, memberId: 'member-3', recused: true });
    const opinionDueAt = '2026-04-09T21:59:59.999Z';
    expect([...told(CaseFoundComplete, { ...ids, opinionDueAt }, recused).keys()]).not.toContain('member-3');
    expect([...told(CaseFoundComplete, { ...ids, opinionDueAt }).keys()]).toContain('member-3');
    const present = ['member-1', 'member-3'];
    expect([...told(CaseVoteOpened, { ...ids, present, quorum: 1 }, recused).keys()]).toEqual(['member-1']);
    expect([...told(CaseInterestDeclared, { ...ids, memberId: 'member-3', recused: true }).keys()]).toEqual([
      'president',
    ]);
    expect([...told(CaseInterestDeclared, { ...ids, memberId: 'member-3', recused: false }).keys()]).toEqual([]);
  });

  it('tells the officer in charge, and all of them while there is none', () => {
    const opinionDueAt = '2026-04-09T21:59:59.999Z';
    const all = [...told(CaseFoundComplete, { ...ids, opinionDueAt }).keys()];
    expect(all).toEqual(expect.arrayContaining(['officer', 'officer-2']));
    const one = [...told(CaseFoundComplete, { ...ids, opinionDueAt }, { ...known, officerId: 'officer-2' }).keys()];
    expect(one.filter((person) => person.startsWith('officer'))).toEqual(['officer-2']);
  });

  it('tells the holders of the data that is asked for, and no others', () => {
    const people = [...told(PermitGranted, PermitGranted.example as never).keys()];
    expect(people).toContain('holder-cnam');
    expect(people).not.toContain('holder-chu');
  });

  it.each([
    ['applicant', ['claire']],
    ['hub', ['officer', 'officer-2']],
    ['committee', ['rapporteur', 'president']],
    ['holder', ['holder-cnam']],
  ])('reminds the %s before a limit ends [R8.0.5] [R9.2.7]', (party, people) => {
    const data = { ...ids, clock: 'INFORMATION', dueAt: '2026-03-30T21:59:59.999Z', party };
    const notices = told(CaseDeadlineNear, data, { ...known, rapporteurs: ['rapporteur'] });
    expect([...notices.keys()]).toEqual(people);
    for (const { kind, dueAt } of notices.values()) expect([kind, dueAt]).toEqual(['task', new Date(data.dueAt)]);
  });

  it('speaks under the number of the permit once there is one', () => {
    const granted = evolve(known, PermitGranted.type, PermitGranted.example);
    expect(aboutOf({ subject: '', data: {} }, granted)).toEqual({ applicationId: 'a-1', reference: 'HDH-2026-000001' });
  });

  it('tells whoever asked for an export what became of it', () => {
    const asked = evolve(known, ExportSubmitted.type, { exportId: 'e-1', requesterId: 'david' });
    const data = { exportId: 'e-1', workspaceId: 'w', sha256: '', decision: 'REFUSED' as const, checkers: [] };
    expect([...told(ExportDecided, data, asked)].map(([person, { content }]) => [person, content.fr.subject])).toEqual([
      ['david', 'Votre résultat est refusé'],
    ]);
  });

  it('tells those whom the event itself names, one or several', () => {
    const data = { workspaceId: 'w', applicationId: 'a-1', permitId: 'p', members: ['claire'], left: ['david', 'eve'] };
    expect([...told(WorkspacePermitFollowed, { ...data, dataChanged: false }).keys()]).toEqual(['david', 'eve']);
  });
});
