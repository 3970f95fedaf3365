import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { StyleBookSource } from '#core/ipc/contract';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/fields';
import { CheckSettings } from './check-settings';
import { Choices } from './choices';
import { HarperRules } from './harper-rules';
import { WordList } from './word-list';

/** The style book: its word list, checks, choices and lengths, with what the house says over its parent. */
export function StyleBookView() {
  const source = useDesk((state) => state.styleBook?.source ?? null);
  const at = useDesk((state) => state.styleBook?.at ?? null);
  if (!source) {
    return (
      <main className="style-book" aria-label="Style book">
        <div className="middle quiet">Reading the style book…</div>
      </main>
    );
  }
  return (
    <main className="style-book" aria-label="Style book">
      <Head source={source} />
      <Problems source={source} />
      <Tabs
        className="book-tabs"
        key={`${source.id} ${at?.id ?? ''}`}
        defaultSelectedKey={at?.tab ?? 'words'}
      >
        <TabList className="tab-list" aria-label="Parts of the style book">
          <Tab className="tab" id="words">
            Words
          </Tab>
          <Tab className="tab" id="checks">
            Checks
          </Tab>
          <Tab className="tab" id="rules">
            Grammar rules
          </Tab>
          <Tab className="tab" id="choices">
            Choices and lengths
          </Tab>
        </TabList>
        <TabPanel className="book-panel" id="words">
          <WordList source={source} />
        </TabPanel>
        <TabPanel className="book-panel" id="checks">
          <CheckSettings source={source} />
        </TabPanel>
        <TabPanel className="book-panel" id="rules">
          <HarperRules source={source} />
        </TabPanel>
        <TabPanel className="book-panel" id="choices">
          <Choices source={source} />
        </TabPanel>
      </Tabs>
    </main>
  );
}

function Head({ source }: { readonly source: StyleBookSource }) {
  const app = useApp();
  const all = useDesk((state) => state.books);
  const story = useDesk((state) => state.story);
  const books = all.filter(({ id }) => id !== 'plain');
  const listed = books.some(({ id }) => id === source.id);
  const using = story !== null && story.styleBook !== source.id;
  return (
    <header className="book-head">
      <div className="book-title">
        <h1 className="queue-title">{source.title}</h1>
        <p className="note">
          {source.own
            ? `House book over ${source.parent === null ? 'nothing' : source.inherited.title} · ${source.file}`
            : 'Ships with Galley. Make a house book of it to change something.'}
        </p>
      </div>
      <div className="book-choose">
        <Select
          label="Style book"
          value={source.id}
          options={listed ? books : [{ id: source.id, title: source.title }, ...books]}
          onChange={(id) => void app.styleBook.open(id)}
        />
      </div>
      {using ? (
        <Button onPress={() => app.editor()?.change((now) => ({ ...now, styleBook: source.id }))}>
          Use in the open story
        </Button>
      ) : null}
      {source.own ? (
        <Button onPress={() => void app.styleBook.reveal()}>Show the file</Button>
      ) : (
        <MakeHouse source={source} />
      )}
    </header>
  );
}

function MakeHouse({ source }: { readonly source: StyleBookSource }) {
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const [title, setTitle] = useState('');
  const name = title.trim();
  if (!asking) {
    return (
      <Button look="solid" onPress={() => setAsking(true)}>
        Make a house book…
      </Button>
    );
  }
  return (
    <form
      className="book-make"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') void app.styleBook.create(name);
      }}
    >
      <TextField
        label={`Name of the house book over ${source.title}`}
        value={title}
        onChange={setTitle}
        autoFocus
      />
      <Button type="submit" look="solid" isDisabled={name === ''}>
        Make it
      </Button>
      <Button look="quiet" onPress={() => setAsking(false)}>
        Cancel
      </Button>
    </form>
  );
}

function Problems({ source }: { readonly source: StyleBookSource }) {
  if (source.problems.length === 0) return null;
  return (
    <section className="book-problems" role="alert" aria-label="Mistakes in the file">
      <TriangleAlert aria-hidden="true" />
      <div>
        <p className="book-problems-head">
          The last good version stays in force until this is put right in the file:
        </p>
        <ul>
          {source.problems.map((problem) => (
            <li key={`${problem.file} ${problem.line} ${problem.column} ${problem.message}`}>
              <b>
                {problem.file}, line {problem.line}, column {problem.column}
              </b>{' '}
              {problem.message}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
