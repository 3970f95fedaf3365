import type { Settings } from '#core/ipc/contract';
import type { Dialog, Tab } from './app-state';
import type { Context } from './context';
import { notify } from './context';

export interface ViewActions {
  readonly settings: (patch: Partial<Settings>) => void;
  readonly tab: (tab: Tab) => void;
  readonly toggleList: () => void;
  readonly toggleInspector: () => void;
  readonly zoom: (by: 1 | -1 | 0) => void;
  readonly switchTheme: () => void;
  readonly dialog: (dialog: Dialog | null) => void;
}

/** Steps of zoom, percent. */
export const ZOOMS: readonly number[] = [
  50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300,
];

/** The next step from here: 1 larger, -1 smaller, 0 actual size. */
export function nextZoom(zoom: number, by: 1 | -1 | 0): number {
  if (by === 0) return 100;
  if (by === 1) return ZOOMS.find((step) => step > zoom) ?? 300;
  return ZOOMS.findLast((step) => step < zoom) ?? 50;
}

/** Builds the actions on what is shown and how. */
export function viewActions(ctx: Context): ViewActions {
  const { desk, store } = ctx;

  function settings(patch: Partial<Settings>) {
    store.set((state) => ({ settings: { ...state.settings, ...patch } }));
    void desk.call('settings.set', patch).then((answer) => {
      if (!answer.ok) notify(ctx, 'error', answer.message);
    });
  }

  return {
    settings,
    tab: (tab) => {
      store.set({ tab, view: 'galley' });
      const { settings: now, room } = store.get();
      if (room === 'narrow') store.set({ drawer: 'inspector' });
      settings({ inspectorTab: tab, ...(now.inspectorOpen ? {} : { inspectorOpen: true }) });
    },
    toggleList: () => {
      const { room, drawer, settings: now } = store.get();
      if (room === 'wide') settings({ listOpen: !now.listOpen });
      else store.set({ drawer: drawer === 'list' ? null : 'list' });
    },
    toggleInspector: () => {
      const { room, drawer, settings: now } = store.get();
      if (room !== 'narrow') settings({ inspectorOpen: !now.inspectorOpen });
      else store.set({ drawer: drawer === 'inspector' ? null : 'inspector' });
    },
    zoom: (by) => settings({ zoom: nextZoom(store.get().settings.zoom, by) }),
    switchTheme: () => {
      settings({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' });
    },
    dialog: (dialog) => store.set({ dialog, hover: null }),
  };
}

/** Which panes have room in a window this wide (CSS pixels) at this zoom (percent). */
export function roomFor(width: number, zoom: number): 'narrow' | 'medium' | 'wide' {
  const effective = width / (zoom / 100);
  if (effective < 1040) return 'narrow';
  return effective < 1360 ? 'medium' : 'wide';
}
