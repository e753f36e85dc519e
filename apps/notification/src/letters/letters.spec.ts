import { placeAfter, placeOf } from '../notice/place.js';
import { masked } from '../preferences/preferences.js';
import { Seal } from '../preferences/seal.client.js';
import { digestOf } from './digest.js';
import { isWorthALetter, keptFrom, latestDigest, mostAttempts, pauseAfter } from './times.js';

const at = (text: string) => new Date(text);

describe('digests', () => {
  it('go out at seven in Paris on working days, summer and winter', () => {
    expect(latestDigest('daily', at('2026-03-03T06:00:00Z')).toISOString()).toBe('2026-03-03T06:00:00.000Z');
    expect(latestDigest('daily', at('2026-03-03T05:59:59Z')).toISOString()).toBe('2026-03-02T06:00:00.000Z');
    expect(latestDigest('daily', at('2026-07-07T05:00:00Z')).toISOString()).toBe('2026-07-07T05:00:00.000Z');
    // From Saturday to Monday, Friday's was the latest; Bastille Day is a Tuesday.
    expect(latestDigest('daily', at('2026-03-09T05:00:00Z')).toISOString()).toBe('2026-03-06T06:00:00.000Z');
    expect(latestDigest('daily', at('2026-07-14T12:00:00Z')).toISOString()).toBe('2026-07-13T05:00:00.000Z');
  });

  it('go out weekly on the first working day of the week', () => {
    expect(latestDigest('weekly', at('2026-03-06T12:00:00Z')).toISOString()).toBe('2026-03-02T06:00:00.000Z');
    // Easter Monday is closed: that week's goes out on Tuesday.
    expect(latestDigest('weekly', at('2026-04-06T12:00:00Z')).toISOString()).toBe('2026-03-30T05:00:00.000Z');
    expect(latestDigest('weekly', at('2026-04-08T12:00:00Z')).toISOString()).toBe('2026-04-07T05:00:00.000Z');
  });

  it('name tasks before what happened, in one language', () => {
    const words = (subject: string) => ({ subject, text: 'Texte' });
    const { subject, text } = digestOf(
      [
        { kind: 'status', words: words('Une étape') },
        { kind: 'task', words: words('Une tâche') },
      ],
      'fr',
      'https://portal.example',
    );
    expect(subject).toBe('2 notifications');
    expect(text.indexOf('Une tâche')).toBeLessThan(text.indexOf('Une étape'));
    expect(text).toContain('https://portal.example/notices');
  });
});

describe('letters', () => {
  it('are tried again ever more slowly, for about two days', () => {
    const pauses = Array.from({ length: mostAttempts - 1 }, (_, index) => pauseAfter(index + 1));
    expect(pauses.slice(0, 3)).toEqual([60_000, 120_000, 240_000]);
    expect(Math.max(...pauses)).toBe(6 * 3_600_000);
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(40);
    expect(hours).toBeLessThan(60);
  });

  it('are not written about what happened long ago', () => {
    expect(isWorthALetter(at('2026-03-01T00:00:00Z'), at('2026-03-02T00:00:00Z'))).toBe(true);
    expect(isWorthALetter(at('2026-02-01T00:00:00Z'), at('2026-03-02T00:00:00Z'))).toBe(false);
    expect(keptFrom(at('2026-03-02T00:00:00Z')).toISOString()).toBe('2025-03-02T00:00:00.000Z');
  });
});

describe('an address', () => {
  it('is sealed for one person with one key', () => {
    const seal = new Seal(Buffer.alloc(32, 1));
    const sealed = seal.close('claire@inserm.example', 'claire');
    expect(sealed.toString('latin1')).not.toContain('inserm');
    expect(seal.open(sealed, 'claire')).toBe('claire@inserm.example');
    expect(() => seal.open(sealed, 'eve')).toThrow();
    expect(() => new Seal(Buffer.alloc(32, 2)).open(sealed, 'claire')).toThrow();
  });

  it('is shown masked', () => {
    expect(masked('claire@inserm.example')).toBe('c…@inserm.example');
    expect(masked('nonsense')).toBe('…');
  });
});

it('a place in a list survives its text, and nonsense is no place', () => {
  const place = { later: true, at: at('2026-03-02T09:00:00.123Z'), id: 'n-1' };
  expect(placeOf(placeAfter(place))).toEqual({ later: true, at: '2026-03-02T09:00:00.123Z', id: 'n-1' });
  expect(placeOf('nonsense')).toBeUndefined();
});
