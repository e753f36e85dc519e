import { civilDay } from './civil-day.js';
import { type LiveMandate, standingOf, standingsOf } from './standing.js';

const held = (organisationId: string, role: string, more: Partial<LiveMandate> = {}): LiveMandate => ({
  mandateId: 'm-1',
  organisationId,
  role,
  scope: null,
  until: null,
  delegatedBy: null,
  ...more,
});

describe('a standing', () => {
  const mandates = [
    held('inserm', 'applicant'),
    held('hdh', 'auditor', { until: '2026-12-31' }),
    held('inserm', 'data_holder', { scope: ['d-1'] }),
    held('inserm', 'applicant'),
    held('hdh', 'hub_officer', { until: '2026-03-20', delegatedBy: 'nadia' }),
  ];

  it('is for one organisation at a time: the one asked for, else the oldest mandate’s', () => {
    expect(standingOf(mandates)).toMatchObject({ organisation: 'inserm', roles: ['applicant'] });
    expect(standingOf(mandates, 'hdh')).toMatchObject({ organisation: 'hdh', roles: ['auditor', 'hub_officer'] });
    expect(standingOf(mandates, 'cnam')).toBeUndefined();
  });

  it('keeps limited roles apart', () => {
    expect(standingOf(mandates)?.scoped).toEqual([{ role: 'data_holder', scope: ['d-1'] }]);
  });

  it('says whose a delegated role is, unless one holds it oneself', () => {
    expect(standingOf(mandates, 'hdh')?.delegated).toEqual([{ role: 'hub_officer', by: 'nadia' }]);
    const twice = [...mandates, held('hdh', 'hub_officer')];
    expect(standingOf(twice, 'hdh')).toMatchObject({ roles: ['auditor', 'hub_officer'], delegated: [] });
  });

  it('is empty without mandates', () => {
    expect(standingOf([])).toEqual({ organisation: '', roles: [], scoped: [], delegated: [] });
    expect(standingOf([], 'inserm')).toBeUndefined();
  });

  it('is offered for each organisation, with its ends', () => {
    const [inserm, hdh] = standingsOf(mandates);
    expect([inserm?.organisation, hdh?.organisation]).toEqual(['inserm', 'hdh']);
    expect(hdh?.mandates).toEqual([
      { mandateId: 'm-1', role: 'auditor', scope: null, until: '2026-12-31', delegatedBy: null },
      { mandateId: 'm-1', role: 'hub_officer', scope: null, until: '2026-03-20', delegatedBy: 'nadia' },
    ]);
  });
});

describe('days', () => {
  it('are those of Paris', () => {
    expect(civilDay(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-02');
  });
});
