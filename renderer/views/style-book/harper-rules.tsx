import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { BODY_KINDS } from '#core/article/model';
import { HARPER_GROUPS, ruleOn, shipsOn } from '#core/checks/harper/rules';
import type { HarperSettings, StyleBook } from '#core/checks/style-book';
import type { StyleBookSource } from '#core/ipc/contract';
import { KIND_WORDS } from '../../state/panel';
import { useApp } from '../../state/use-app';
import { Select, TextField } from '../../ui/fields';

type RuleKind = keyof HarperSettings['kinds'];

const RULES = HARPER_GROUPS.flatMap(({ title, rules }) =>
  rules.map((id) => ({ id, group: title, words: inWords(id) })),
).toSorted((a, b) => a.words.localeCompare(b.words));
/** Kinds of block that Harper reads. */
const KINDS: readonly RuleKind[] = [
  ...BODY_KINDS.filter((kind) => kind !== 'byline'),
  'caption',
  'alt',
];

/** Harper's rules one by one: on or off in this book, and for a kind of block otherwise. */
export function HarperRules({ source }: { readonly source: StyleBookSource }) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = query.trim().toLowerCase();
  const fits = RULES.filter(({ id, group, words }) =>
    [id, group, words].some((text) => text.toLowerCase().includes(wanted)),
  );
  const rule = RULES.find(({ id }) => id === chosen) ?? null;
  return (
    <div className="book-part">
      <section className="pane book-pane" aria-label="Rules of Harper">
        <div className="book-search">
          <TextField
            label="Search the rules"
            hideLabel
            type="search"
            value={query}
            onChange={setQuery}
            placeholder={`Search ${RULES.length} rules`}
          />
        </div>
        <ListBox
          className="book-list"
          aria-label="Rules of Harper"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={rule ? [rule.id] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setChosen(String(key));
          }}
          items={fits.map((one) => ({ id: one.id, one, source }))}
          renderEmptyState={() => <p className="note book-none">No rule is about “{query}”.</p>}
        >
          {({ id, one }) => (
            <ListBoxItem id={id} className="book-row" textValue={one.words}>
              <span className="book-row-words">{one.words}</span>
              <span className="book-row-fact">{state(source.book.harper.rules[id], id)}</span>
              <span className="book-row-state">
                {source.own && says(source.says.harper, id) ? 'House' : ''}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </section>
      <section className="book-detail" aria-label="Rule">
        {rule ? (
          <RuleDetail rule={rule} source={source} />
        ) : (
          <div className="middle">
            <p className="middle-title">Choose a rule</p>
            <p className="middle-words">
              A finding of spelling and grammar names the rule it comes from.
            </p>
          </div>
        )}
      </section>
    </div>
  );
}

interface DetailProps {
  readonly rule: (typeof RULES)[number];
  readonly source: StyleBookSource;
}

function RuleDetail({ rule, source }: DetailProps) {
  const { id, words, group } = rule;
  const { own, book, inherited, says: house } = source;
  return (
    <div className="book-form">
      <p className="book-read">{words}</p>
      <p className="note">
        {id}, {group}. {shipsOn(id) ? 'Ships on.' : 'Ships off.'}
      </p>
      {own ? (
        <>
          <Setting
            label="In this book"
            parent={`As in ${inherited.title}: ${state(inherited.harper.rules[id], id).toLowerCase()}`}
            value={house.harper.rules[id]}
            rule={id}
            block={null}
          />
          <div className="book-kinds">
            {KINDS.map((kind) => (
              <Setting
                key={kind}
                label={KIND_WORDS[kind]}
                parent={`As the book: ${kindState(book, id).toLowerCase()}`}
                value={house.harper.kinds[kind]?.[id]}
                rule={id}
                block={kind}
              />
            ))}
          </div>
        </>
      ) : (
        <p>
          {KINDS.map(
            (kind) => `${KIND_WORDS[kind]}: ${ruleOn(book, kind, id) ? 'on' : 'off'}`,
          ).join(', ')}
        </p>
      )}
    </div>
  );
}

interface SettingProps {
  readonly label: string;
  readonly parent: string;
  readonly value: boolean | undefined;
  readonly rule: string;
  readonly block: RuleKind | null;
}

function Setting({ label, parent, value, rule, block }: SettingProps) {
  const app = useApp();
  return (
    <Select
      label={label}
      value={value === undefined ? 'parent' : value ? 'on' : 'off'}
      options={[
        { id: 'parent', title: parent },
        { id: 'on', title: 'On' },
        { id: 'off', title: 'Off' },
      ]}
      onChange={(id) =>
        void app.styleBook.change({
          kind: 'harper',
          rule,
          block,
          value: id === 'parent' ? null : id,
        })
      }
    />
  );
}

function state(setting: boolean | undefined, rule: string): string {
  return (setting ?? shipsOn(rule)) ? 'On' : 'Off';
}

function kindState(book: StyleBook, rule: string): string {
  return state(book.harper.rules[rule], rule);
}

function says(house: HarperSettings, rule: string): boolean {
  return (
    house.rules[rule] !== undefined ||
    Object.values(house.kinds).some((rules) => rules?.[rule] !== undefined)
  );
}

/** "NoFrenchSpaces" as people read it: "No french spaces". */
function inWords(id: string): string {
  const words = id.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
