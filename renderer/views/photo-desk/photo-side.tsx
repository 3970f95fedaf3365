import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import { metaValues } from '#core/captions/metadata';
import { conflictsOf } from '#core/captions/metadata-repair';
import type { FigureRow } from '../../state/photos';
import { useApp } from '../../state/use-app';
import { Button } from '../../ui/button';
import { FileSays } from '../photos/file-says';
import { Conflicts } from './conflicts';
import { History } from './history';
import { Rights } from './rights';
import { wordParts } from './word-parts';

/** What the file says, where its parts disagree, how it may be used, and who approved it. */
export function PhotoSide({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const [tab, setTab] = useState('file');
  const { photo, figure } = row;
  const conflicts = useMemo(() => conflictsOf(photo), [photo]);
  const state = approvalState(
    photo,
    readingText(figure.caption.spans),
    readingText(figure.credit.spans),
  );
  return (
    <aside className="pane photo-side" aria-label="What the file says">
      <h2 className="unseen">What the file says</h2>
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="tab-list" aria-label="Panels of the photo">
          <Tab id="file" className="tab">
            File says
          </Tab>
          <Tab id="conflicts" className="tab">
            Conflicts
            {conflicts.length > 0 ? <span className="tab-count">{conflicts.length}</span> : null}
          </Tab>
          <Tab id="rights" className="tab">
            Rights
          </Tab>
          <Tab id="history" className="tab">
            History
          </Tab>
        </TabList>
        <TabPanel className="tab-panel photo-side-panel" id="file">
          <Compared row={row} />
          <FileSays metadata={photo?.metadata} />
        </TabPanel>
        <TabPanel className="tab-panel photo-side-panel" id="conflicts">
          <Conflicts photo={photo} conflicts={conflicts} />
        </TabPanel>
        <TabPanel className="tab-panel photo-side-panel" id="rights">
          <Rights row={row} />
        </TabPanel>
        <TabPanel className="tab-panel photo-side-panel" id="history">
          <History row={row} />
        </TabPanel>
      </Tabs>
      <footer className="photo-side-foot">
        {state === 'photo-changed' || state === 'text-changed' ? (
          <p className="note is-void">
            {state === 'photo-changed'
              ? 'Photo changed since the caption was approved'
              : 'Caption or credit changed since they were approved'}
          </p>
        ) : null}
        <div className="row">
          <Button
            look={state === 'approved' ? 'plain' : 'solid'}
            keys="Mod+Shift+A"
            onPress={() => app.photos.approve(figure.id)}
          >
            {state === 'approved' ? 'Take approval back' : 'Approve caption'}
          </Button>
          <Button onPress={() => void app.photos.replace(figure.id)}>Replace photo…</Button>
        </div>
      </footer>
    </aside>
  );
}

/** The file's texts against the printed ones, word by word, each with a way to take them over. */
function Compared({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const { figure, photo } = row;
  const pairs = [
    {
      label: 'Caption',
      printed: readingText(figure.caption.spans),
      file: metaValues(photo, 'description').join(' '),
      take: (text: string) => app.photos.setWords(figure.caption.id, text),
    },
    {
      label: 'Credit',
      printed: readingText(figure.credit.spans),
      file: [metaValues(photo, 'creator').join(', '), metaValues(photo, 'creditLine').join(', ')]
        .filter((part) => part !== '')
        .join('/'),
      take: (text: string) => app.photos.setWords(figure.credit.id, text),
    },
    {
      label: 'Alt text',
      printed: figure.alt ?? '',
      file: metaValues(photo, 'altText').join(' '),
      take: (text: string) => app.photos.setAlt(figure.id, text),
    },
  ].filter(({ printed, file }) => file !== '' && file !== printed);
  if (pairs.length === 0) return null;
  return (
    <div className="compared">
      <div className="stage-head">
        <h3 className="label">File against print</h3>
        <span className="note">print goes into exported copies →</span>
      </div>
      {pairs.map(({ label, printed, file, take }) => (
        <section key={label} className="compared-pair" aria-label={`${label} in the file`}>
          <h4 className="note">{label}</h4>
          <p className="compared-words">
            {wordParts(printed, file).map((part, index) =>
              part.kind === 'same' ? (
                part.text
              ) : part.kind === 'file' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move
                <ins key={index}>{part.text}</ins>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move
                <del key={index}>{part.text}</del>
              ),
            )}
          </p>
          <div className="row">
            <Button
              small
              aria-label={`Use the file’s ${label.toLowerCase()}`}
              onPress={() => take(file)}
            >
              ← Use the file’s
            </Button>
          </div>
        </section>
      ))}
    </div>
  );
}
