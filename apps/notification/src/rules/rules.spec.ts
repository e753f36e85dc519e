import {
  ApplicationSubmitted,
  ApplicationWithdrawn,
  CaseAuthoritySeized,
  CaseDecided,
  CaseFoundComplete,
  CaseInformationRequested,
  CaseOpened,
  CaseOpinionIssued,
  CaseRejectedIncomplete,
  contracts,
  DatasetPublished,
  type EventContract,
  PermitExpired,
  PermitGranted,
  PermitRevoked,
} from '@hub/contracts';
import { followed } from '../facts/case-file.js';
import { ofMandates } from '../facts/mandates.store.js';
import { TellOfEvents } from '../facts/tell-of-events.consumer.js';
import { rules, silences } from './table.js';

const types = contracts.map(({ type }: EventContract) => type);
const told = new Set(rules.map(({ event }) => event));
const untold = new Set(silences.map(({ event }) => event));

describe('the table of notices', () => {
  it('has a rule for every published event, or a reason why nobody is told [R6.1.9]', () => {
    expect(types.filter((type) => !told.has(type) && !untold.has(type))).toEqual([]);
  });

  it('tells the applicant of every change of status [R6.1.9]', () => {
    const before = [ApplicationSubmitted, CaseOpened, CaseInformationRequested, CaseFoundComplete, CaseOpinionIssued];
    const after = [CaseAuthoritySeized, CaseDecided, CaseRejectedIncomplete, ApplicationWithdrawn];
    for (const { type } of [...before, ...after, PermitGranted, PermitRevoked, PermitExpired])
      expect([type, rules.some(({ event, to }) => event === type && to.includes('team'))]).toEqual([type, true]);
  });

  it('is asked about every event that it has a rule for, or that says who is told of others, and about no other', () => {
    const heard = types.filter((type) => Object.hasOwn(TellOfEvents.prototype, type));
    const concerning = new Set([...told, ...followed, ...ofMandates, DatasetPublished.type]);
    expect(new Set(heard)).toEqual(concerning);
    expect(heard.length).toBeLessThan(types.length);
  });

  it('calls no event silent of which somebody is told, and none that does not exist', () => {
    expect([...untold].filter((type) => told.has(type))).toEqual([]);
    expect([...told, ...untold].filter((type) => !types.includes(type))).toEqual([]);
  });

  it('says why an event is silent', () => {
    for (const { because } of silences) expect(because.length).toBeGreaterThan(10);
  });

  it('speaks English and French', () => {
    for (const { event, en, fr } of rules) {
      for (const text of [en.subject, en.text, fr.subject, fr.text])
        expect([event, text.length > 8]).toEqual([event, true]);
      expect([event, en.text === fr.text]).toEqual([event, false]);
    }
  });
});
