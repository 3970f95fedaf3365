import { useState } from 'react';
import { useApp, useDesk } from '../../state/use-app';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { NumberField, Select, Switch, TextField } from '../../ui/fields';

const THEMES = [
  { id: 'system', title: 'As the system' },
  { id: 'light', title: 'Light' },
  { id: 'dark', title: 'Dark' },
] as const;

/** Settings take effect as they are made and are remembered at once. */
export function SettingsDialog() {
  const app = useApp();
  const settings = useDesk((state) => state.settings);
  const info = useDesk((state) => state.info);
  const books = useDesk((state) => state.books);
  const [user, setUser] = useState(settings.user);
  const set = app.views.settings;
  const known = books.some((book) => book.id === settings.styleBook);
  return (
    <Dialog title="Settings" size="medium" onClose={() => app.views.dialog(null)}>
      <div className="settings">
        <section className="settings-part" aria-label="Look">
          <h3 className="settings-head">Look</h3>
          <Select
            label="Theme"
            value={settings.theme}
            options={THEMES}
            onChange={(theme) => set({ theme })}
          />
          <div className="pair">
            <NumberField
              label="Zoom, percent"
              value={settings.zoom}
              least={50}
              most={300}
              step={10}
              onChange={(zoom) => set({ zoom: zoom ?? 100 })}
            />
            <NumberField
              label="Characters a line"
              value={settings.lineLength}
              least={40}
              most={120}
              onChange={(lineLength) => set({ lineLength: lineLength ?? 66 })}
            />
          </div>
        </section>
        <section className="settings-part" aria-label="Typing">
          <h3 className="settings-head">Typing</h3>
          <Switch
            label="Curly quotes"
            note="Straight quotes turn as you type them."
            on={settings.smartQuotes}
            onChange={(smartQuotes) => set({ smartQuotes })}
          />
          <Switch
            label="Dashes and ellipses"
            note="Two hyphens become a dash, three stops an ellipsis."
            on={settings.smartDashes}
            onChange={(smartDashes) => set({ smartDashes })}
          />
        </section>
        <section className="settings-part" aria-label="House">
          <h3 className="settings-head">House</h3>
          <Select
            label="Style book of new stories"
            value={settings.styleBook}
            options={
              known ? books : [{ id: settings.styleBook, title: settings.styleBook }, ...books]
            }
            onChange={(styleBook) => set({ styleBook })}
          />
          <TextField
            label="Your name"
            value={user}
            onChange={setUser}
            onBlur={() => {
              if (user.trim() !== settings.user) set({ user: user.trim() });
            }}
            placeholder={info?.user ?? ''}
            note="Signed under dismissals and approvals."
          />
          <NumberField
            label="Point out a photo used in another story, days"
            value={settings.reuseDays}
            least={1}
            most={3650}
            onChange={(reuseDays) => set({ reuseDays: reuseDays ?? 30 })}
          />
          <div className="field-row">
            <div>
              <p className="label">Library folder</p>
              <p className="story-slug-words">{info?.library ?? ''}</p>
            </div>
            <Button
              small
              onPress={() => {
                app.views.dialog(null);
                app.commands.run('library.choose');
              }}
            >
              Choose…
            </Button>
          </div>
        </section>
        <p className="note settings-version">
          Galley {info?.version ?? ''}. Nothing leaves this machine.
        </p>
      </div>
    </Dialog>
  );
}
