import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Tab as TabName } from '../../state/app-state';
import { TABS } from '../../state/app-state';
import { useApp, useDesk } from '../../state/use-app';
import { FindingsPanel } from '../findings/findings-panel';
import { LedgerPanel } from '../names/ledger-panel';
import { PhotosPanel } from '../photos/photos-panel';
import { ReportPanel } from '../report/report-panel';
import { StoryPanel } from '../story/story-panel';

const TITLES: Readonly<Record<TabName, string>> = {
  findings: 'Findings',
  photos: 'Photos',
  names: 'Names',
  import: 'Import',
  story: 'Story',
};

/** The inspector: the panels that look at the open story. `edge` is what its width is changed with. */
export function Inspector({ edge }: { readonly edge: ReactNode }) {
  const app = useApp();
  const tab = useDesk((state) => state.tab);
  return (
    <aside className="pane inspector" id="inspector" aria-label="Inspector">
      {edge}
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => app.views.tab(TABS.find((one) => one === key) ?? 'findings')}
      >
        <TabList className="tab-list" aria-label="Panels">
          {TABS.map((name) => (
            <Tab key={name} id={name} className="tab">
              {TITLES[name]}
            </Tab>
          ))}
        </TabList>
        <TabPanel className="tab-panel" id="findings">
          <FindingsPanel />
        </TabPanel>
        <TabPanel className="tab-panel" id="photos">
          <PhotosPanel />
        </TabPanel>
        <TabPanel className="tab-panel" id="names">
          <LedgerPanel />
        </TabPanel>
        <TabPanel className="tab-panel" id="import">
          <ReportPanel />
        </TabPanel>
        <TabPanel className="tab-panel" id="story">
          <StoryPanel />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
