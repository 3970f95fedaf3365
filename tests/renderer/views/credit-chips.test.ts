import { describe, expect, it } from 'vitest';
import { parseCredit } from '#core/captions/credit';
import { creditChips } from '../../../renderer/views/photos/credit-chips';

const chips = (credit: string) =>
  creditChips(parseCredit(credit)).map((chip) => `${chip.name} ${chip.value}`);

describe('credit chips', () => {
  it('names creator, agencies, who passed it on, kind and licence', () => {
    expect(chips('Mina Roth/AFP via Getty Images')).toEqual([
      'creator Mina Roth',
      'agency AFP',
      'via Getty Images',
      'kind photo',
      'licence none stated',
    ]);
    expect(chips('Mina Roth, CC BY-SA 4.0, via Wikimedia Commons')).toContain(
      'licence CC BY-SA 4.0',
    );
  });

  it('says when nobody is named, and marks guesses', () => {
    const [first] = creditChips(parseCredit('Getty Images'));
    expect(first).toEqual({ name: 'creator', value: 'none named', sure: false });
    const near = creditChips(parseCredit('Mina Roth/Gety Images')).find((chip) => !chip.sure);
    expect(near?.value).toBe('Getty Images?');
  });
});
