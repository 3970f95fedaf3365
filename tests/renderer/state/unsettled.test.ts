import { expect, test } from 'vitest';
import { settleAll, settled, waits } from '../../../renderer/state/unsettled';

test('typed words settle once, and a field that settled itself is not asked again', () => {
  const done: string[] = [];
  const first = () => {
    settled(first);
    done.push('first');
  };
  const second = () => done.push('second');
  waits(first);
  waits(first);
  waits(second);
  settled(second);
  settleAll();
  settleAll();
  expect(done).toEqual(['first']);
});
