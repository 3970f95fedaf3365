import { useState } from 'react';
import { countsOf } from '#core/article/counts';
import type { Story } from '#core/article/model';
import { STATUSES } from '#core/article/model';
import { readArticle } from '#core/article/reading';
import { useApp, useDesk } from '../../state/use-app';
import { countOf, LANGUAGE_CODES, languageName, STATUS_WORDS } from '../../state/words';
import { Button } from '../../ui/button';
import { NumberField, Select, TextField } from '../../ui/fields';

/** The story's own facts: slug, status, style book, language, dates, target and counts. */
export function StoryPanel() {
  const story = useDesk((state) => state.story);
  return story ? <Facts story={story} /> : null;
}

function Facts({ story }: { readonly story: Story }) {
  const app = useApp();
  const books = useDesk((state) => state.books);
  const ref = useDesk((state) => state.ref);
  const change = (patch: Partial<Story>) => app.editor()?.change((now) => ({ ...now, ...patch }));
  const languages = LANGUAGE_CODES.includes(story.language)
    ? LANGUAGE_CODES
    : [story.language, ...LANGUAGE_CODES];
  const known = books.some((book) => book.id === story.styleBook);
  return (
    <div className="story-panel panel-scroll">
      <div className="fields">
        <div className="field-row">
          <div>
            <p className="label">Slug</p>
            <p className="story-slug-words">{story.slug}</p>
          </div>
          <Button
            small
            onPress={() => {
              if (ref) app.views.dialog({ kind: 'rename', ref, slug: story.slug });
            }}
          >
            Rename…
          </Button>
        </div>
        <Select
          label="Status"
          value={story.status}
          options={STATUSES.map((id) => ({ id, title: STATUS_WORDS[id] }))}
          onChange={(status) => change({ status })}
        />
        <Select
          label="Style book"
          value={story.styleBook}
          options={known ? books : [{ id: story.styleBook, title: story.styleBook }, ...books]}
          onChange={(styleBook) => change({ styleBook })}
        />
        <Select
          label="Language"
          value={story.language}
          options={languages.map((id) => ({ id, title: languageName(id) }))}
          onChange={(language) => change({ language })}
        />
        <Dateline key={story.id} story={story} />
        <TextField
          label="Publication date"
          type="date"
          value={story.dates.published ?? ''}
          onChange={(date) =>
            change({ dates: { ...story.dates, published: date === '' ? null : date } })
          }
        />
        <NumberField
          label="Target length, words"
          value={story.targetLength}
          least={1}
          most={1_000_000}
          placeholder="No target"
          onChange={(targetLength) => change({ targetLength })}
        />
      </div>
      <Counts story={story} />
    </div>
  );
}

function Dateline({ story }: { readonly story: Story }) {
  const app = useApp();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label="Dateline"
      placeholder="LISBON"
      value={typed ?? story.dates.dateline}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== null && typed !== story.dates.dateline) {
          app
            .editor()
            ?.change((now) => ({ ...now, dates: { ...now.dates, dateline: typed.trim() } }));
        }
        setTyped(null);
      }}
    />
  );
}

function Counts({ story }: { readonly story: Story }) {
  const { words, characters, minutes } = countsOf(readArticle(story.article));
  const whole = Math.max(1, Math.round(minutes));
  return (
    <section className="report-part" aria-label="Counts">
      <h2 className="report-head">Counts</h2>
      <dl className="facts">
        <div>
          <dt>Words of the body</dt>
          <dd>{words.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>Characters with spaces</dt>
          <dd>{characters.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>Reading time</dt>
          <dd>{words === 0 ? 'none' : countOf(whole, 'minute')}</dd>
        </div>
        <div>
          <dt>Blocks</dt>
          <dd>{story.article.blocks.length.toLocaleString('en')}</dd>
        </div>
      </dl>
    </section>
  );
}
