import { useState } from 'react';
import { STYLE_OPTIONS } from '#core/checks/style-book-options';
import type { StyleBookSource } from '#core/ipc/contract';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { NumberField, Select, TextField } from '../../ui/fields';
import { OPTION_WORDS, valueWords } from './option-words';

const LIMITS = [
  { kind: 'headline', title: 'Headline' },
  { kind: 'dek', title: 'Dek' },
  { kind: 'crosshead', title: 'Crosshead' },
  { kind: 'pullquote', title: 'Pull quote' },
  { kind: 'caption', title: 'Caption' },
  { kind: 'alt', title: 'Alt text' },
] as const;
const CREDIT_FORMS = [
  { id: 'ap', title: 'AP' },
  { id: 'reuters', title: 'Reuters' },
  { id: 'getty', title: 'Getty' },
  { id: 'guardian', title: 'Guardian' },
  { id: 'npr', title: 'NPR' },
] as const;
const PARENT = ' parent';

/** Lengths, the form of credits and the named choices of the book. */
export function Choices({ source }: { readonly source: StyleBookSource }) {
  return (
    <div className="book-choices">
      <section className="settings-part" aria-label="Lengths">
        <h2 className="settings-head">Longest, in characters</h2>
        <div className="book-grid">
          {LIMITS.map(({ kind, title }) => (
            <Limit key={kind} kind={kind} title={title} source={source} />
          ))}
        </div>
      </section>
      <section className="settings-part" aria-label="Choices">
        <h2 className="settings-head">Choices</h2>
        <div className="book-grid">
          <CreditFormChoice source={source} />
          {Object.keys(STYLE_OPTIONS).map((name) => (
            <Option key={`${name} ${source.says.options[name]}`} name={name} source={source} />
          ))}
        </div>
      </section>
    </div>
  );
}

interface LimitProps {
  readonly kind: (typeof LIMITS)[number]['kind'];
  readonly title: string;
  readonly source: StyleBookSource;
}

function Limit({ kind, title, source }: LimitProps) {
  const app = useApp();
  const own = source.says.limits[kind];
  const inherited = source.inherited.limits[kind];
  if (!source.own) return <Read title={title} value={source.book.limits[kind] ?? 'none'} />;
  return (
    <Setting
      source={source}
      own={own !== undefined}
      inherited={inherited ?? 'none'}
      onBack={() =>
        void app.styleBook.change({ kind: 'set', group: 'limits', name: kind, value: null })
      }
    >
      <NumberField
        label={title}
        value={own ?? inherited ?? null}
        least={1}
        most={5000}
        placeholder={String(inherited ?? 'none')}
        onChange={(value) =>
          void app.styleBook.change({ kind: 'set', group: 'limits', name: kind, value })
        }
      />
    </Setting>
  );
}

function CreditFormChoice({ source }: { readonly source: StyleBookSource }) {
  const app = useApp();
  const own = source.says.creditForm;
  if (!source.own) return <Read title="Form of credits" value={source.book.creditForm} />;
  const set = (value: string | null) =>
    void app.styleBook.change({ kind: 'set-top', name: 'creditForm', value });
  return (
    <Setting
      source={source}
      own={own !== undefined}
      inherited={source.inherited.creditForm}
      onBack={() => set(null)}
    >
      <Select
        label="Form of credits"
        value={own ?? PARENT}
        options={[
          { id: PARENT, title: asIn(source, source.inherited.creditForm) },
          ...CREDIT_FORMS,
        ]}
        onChange={(id) => set(id === PARENT ? null : id)}
      />
    </Setting>
  );
}

function Option({ name, source }: { readonly name: string; readonly source: StyleBookSource }) {
  const app = useApp();
  const own = source.says.options[name];
  const inherited = source.inherited.options[name] ?? 'no rule';
  const [text, setText] = useState(own === undefined ? '' : String(own));
  const title = OPTION_WORDS[name] ?? name;
  if (!source.own) return <Read title={title} value={source.book.options[name] ?? 'no rule'} />;
  const values = STYLE_OPTIONS[name];
  const set = (value: string | number | null) =>
    void app.styleBook.change({ kind: 'set', group: 'options', name, value });
  const frame = (field: React.ReactNode) => (
    <Setting source={source} own={own !== undefined} inherited={inherited} onBack={() => set(null)}>
      {field}
    </Setting>
  );
  if (values === 'number') {
    return frame(
      <NumberField
        label={title}
        value={numberOf(own) ?? numberOf(inherited)}
        least={0}
        most={1000}
        placeholder={String(inherited)}
        onChange={set}
      />,
    );
  }
  if (typeof values === 'string' || values === undefined) {
    return frame(
      <TextField
        label={title}
        value={text}
        onChange={setText}
        placeholder={String(inherited)}
        onBlur={() => {
          if (text !== (own ?? '')) set(text === '' ? null : text);
        }}
      />,
    );
  }
  return frame(
    <Select
      label={title}
      value={own === undefined ? PARENT : String(own)}
      options={[
        { id: PARENT, title: asIn(source, inherited) },
        ...values.map((id) => ({ id, title: valueWords(id) })),
      ]}
      onChange={(id) => set(id === PARENT ? null : id)}
    />,
  );
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function asIn(source: StyleBookSource, value: string | number | boolean): string {
  return `As in ${source.inherited.title}: ${valueWords(value)}`;
}

interface SettingProps {
  readonly source: StyleBookSource;
  readonly own: boolean;
  readonly inherited: string | number | boolean;
  readonly onBack: () => void;
  readonly children: React.ReactNode;
}

/** A field with what the parent says, and the way back to it. */
function Setting({ source, own, inherited, onBack, children }: SettingProps) {
  return (
    <div className={`book-field${own ? ' is-own' : ''}`}>
      {children}
      {own ? (
        <Button small look="quiet" onPress={onBack}>
          Back to {source.inherited.title}: {valueWords(inherited)}
        </Button>
      ) : null}
    </div>
  );
}

function Read({
  title,
  value,
}: {
  readonly title: string;
  readonly value: string | number | boolean;
}) {
  return (
    <div className="book-field">
      <p className="label">{title}</p>
      <p>{valueWords(value)}</p>
    </div>
  );
}
