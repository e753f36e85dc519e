import { clientAddress } from './client-address.js';
import { corsHeaders } from './cors.js';
import { answerHeaders, requestHeaders } from './headers.js';
import { TokenBuckets } from './token-bucket.js';

describe('a bucket', () => {
  it('lets a minute’s allowance through at once, then refills evenly', () => {
    const buckets = new TokenBuckets(60);
    for (let n = 0; n < 60; n++) expect(buckets.take('claire', 0)).toBe('taken');
    expect(buckets.take('claire', 0)).toEqual({ retryAfter: 1 });
    expect(buckets.take('david', 0)).toBe('taken');
    expect(buckets.take('claire', 999)).toEqual({ retryAfter: 1 });
    expect(buckets.take('claire', 1_000)).toBe('taken');
    expect(buckets.take('claire', 1_000)).toEqual({ retryAfter: 1 });
  });

  it('never holds more than a minute’s allowance', () => {
    const buckets = new TokenBuckets(2);
    buckets.take('claire', 0);
    const later = [1, 2, 3].map(() => buckets.take('claire', 3_600_000));
    expect(later).toEqual(['taken', 'taken', { retryAfter: 30 }]);
  });

  it('takes no more memory than it is given, even from invented addresses', () => {
    const buckets = new TokenBuckets(1, 10);
    for (let n = 0; n < 1_000; n++) buckets.take(`address:${n}`, n);
    expect((buckets as unknown as { buckets: Map<string, unknown> }).buckets.size).toBeLessThanOrEqual(10);
  });
});

describe('an address', () => {
  it('is the socket’s, unless proxies of ours say another', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6', 0)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', '6.6.6.6, 9.9.9.9', 1)).toBe('9.9.9.9');
    expect(clientAddress('10.0.0.1', '6.6.6.6, 9.9.9.9, 10.0.0.2', 2)).toBe('9.9.9.9');
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  });
});

describe('headers', () => {
  it('of a request are those on the list, and the reference', () => {
    const given = {
      authorization: 'Bearer hub',
      cookie: 'a=b',
      host: 'x',
      'x-person': 'admin',
      'x-acting-for': 'inserm',
      accept: '*/*',
      connection: 'close',
    };
    expect(requestHeaders(given, 'ref')).toEqual([
      'x-correlation-id',
      'ref',
      'accept',
      '*/*',
      'authorization',
      'Bearer hub',
    ]);
  });

  it('of an answer keep what the service says of caching', () => {
    const about = { correlationId: 'ref', signedIn: true, cors: [] };
    expect(answerHeaders({}, about)).toContain('no-store');
    expect(answerHeaders({ 'cache-control': 'public, max-age=60' }, about)).not.toContain('no-store');
    expect(answerHeaders({}, { ...about, signedIn: false })).not.toContain('no-store');
  });

  it('for browsers name only the origins that are allowed', () => {
    expect(corsHeaders([], 'https://a.example')).toEqual([]);
    expect(corsHeaders(['https://a.example'], 'https://a.example')).toContain('https://a.example');
    expect(corsHeaders(['https://a.example'], 'https://b.example')).toEqual(['vary', 'origin']);
  });
});
