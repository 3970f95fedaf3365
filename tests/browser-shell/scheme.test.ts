import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyToShown, toOwn, toShown } from './scheme.mjs';

const schemes = new Set(['app']);

describe('addresses', () => {
  test.each([
    ['app://galley/index.html', 'https://galley.app.localhost/index.html'],
    ['app://galley', 'https://galley.app.localhost/'],
    ['app://galley/a?b=c#d', 'https://galley.app.localhost/a?b=c#d'],
    ['https://example.com/', 'https://example.com/'],
    ['other://galley/', 'other://galley/'],
  ])('%s is shown as %s', (own, shown) => {
    expect(toShown(own, schemes)).toBe(shown);
  });

  test('every path comes back', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const own = `app://galley${path || '/'}?${query}`;
        expect(toOwn(toShown(own, schemes), schemes)).toBe(own);
      }),
    );
  });

  test('another page on localhost is not ours', () => {
    expect(toOwn('https://galley.web.localhost/', schemes)).toBe('https://galley.web.localhost/');
  });
});

test('a policy names our scheme as the browser sees it, and nothing else changes', () => {
  expect(policyToShown("default-src 'none'; img-src 'self' app: data:", schemes)).toBe(
    "default-src 'none'; img-src 'self' app: https://*.app.localhost data:",
  );
  expect(policyToShown('connect-src app://galley https:', schemes)).toBe(
    'connect-src https://galley.app.localhost https:',
  );
});
