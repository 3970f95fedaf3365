import { expect, it } from 'vitest';
import { must, testServices } from '../test-platform';

const CALLER = { window: 1 };

it('caption codes are kept as they were written', async () => {
  const { services } = await testServices();
  expect(must(await services.handlers['captions.codes']([], CALLER))).toBe('');
  const list = 'h10\tAna Reis (10)\n';
  must(await services.handlers['captions.set-codes']([list], CALLER));
  expect(must(await services.handlers['captions.codes']([], CALLER))).toBe(list);
});
