import type { Credit } from '#core/captions/credit';

/** A credit's fields on one line, for tables: what is not printed is left out. */
export function summary(credit: Credit): string {
  const parts: string[] = [];
  const add = (name: string, values: readonly string[]) => {
    if (values.length > 0) parts.push(`${name}: ${values.join(' + ')}`);
  };
  add(
    'by',
    credit.creators.map(
      ({ name, position, handle }) =>
        `${handle ? 'handle ' : ''}${name}${position === null ? '' : ` (${position})`}`,
    ),
  );
  add('agencies', credit.agencies);
  add('publisher', credit.publishers);
  add('organisation', credit.organisations);
  add('source', credit.sources);
  add('via', credit.via === null ? [] : [credit.via]);
  add('kind', credit.kinds.join() === 'photo' ? [] : credit.kinds);
  add('licence', credit.licence === null ? [] : [credit.licence]);
  add('client', credit.client === null ? [] : [credit.client]);
  add('for', credit.commissioner === null ? [] : [credit.commissioner]);
  const flags = ['archive', 'pool', 'handout', 'staff', 'courtesy', 'uncredited'] as const;
  for (const flag of flags) if (credit[flag]) parts.push(flag);
  add(
    'doubled',
    credit.doubled.map((range) => range.name),
  );
  if (!credit.certain) parts.push('asks');
  return parts.join('; ');
}
