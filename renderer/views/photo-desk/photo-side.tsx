import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { readingText } from '#core/article/reading';
import { approvalState } from '#core/captions/approval';
import { conflictsOf, openConflicts } from '#core/captions/metadata-repair';
import { restricts, rightsOrders } from '#core/captions/rights';
import type { FigureRow } from '../../state/photos';
import { recentUses } from '../../state/photos';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Compared } from './compared';
import { Conflicts } from './conflicts';
import { FileTab } from './file-tab';
import { History } from './history';
import { Rights } from './rights';

/** What the file says, where its parts disagree, how it may be used, and who approved it. */
export function PhotoSide({ row }: { readonly row: FigureRow }) {
  const app = useApp();
  const [tab, setTab] = useState('file');
  const { photo, figure } = row;
  const conflicts = useMemo(() => conflictsOf(photo), [photo]);
  const open = openConflicts(conflicts).length;
  const orders = rightsOrders(photo).filter(
    ({ acknowledged, text }) => acknowledged === null && restricts(text),
  ).length;
  const days = useDesk((state) => state.settings.reuseDays);
  const allUses = useDesk((state) => state.photoUses);
  const uses = recentUses(allUses, photo, days, Date.now()).length;
  const state = approvalState(
    photo,
    readingText(figure.caption.spans),
    readingText(figure.credit.spans),
  );
  return (
    <aside
      className={`pane photo-side${tab === 'conflicts' && conflicts.length > 0 ? ' is-wide' : ''}`}
      aria-label="What the file says"
    >
      <h2 className="unseen">What the file says</h2>
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="tab-list" aria-label="Panels of the photo">
          <Tab id="file" className="tab">
            File says
          </Tab>
          <Tab id="conflicts" className="tab">
            Conflicts
            <Count of={open} />
          </Tab>
          <Tab id="rights" className="tab">
            Rights
            <Count of={orders} />
          </Tab>
          <Tab id="history" className="tab">
            History
            <Count of={uses} />
          </Tab>
        </TabList>
        <TabPanel className="tab-panel photo-side-panel" id="file">
          <Compared row={row} />
          <FileTab row={row} onConflicts={() => setTab('conflicts')} />
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

function Count({ of }: { readonly of: number }) {
  return of > 0 ? <span className="tab-count">{of}</span> : null;
}
