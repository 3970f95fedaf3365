import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { App } from '../../state/app';
import { useDesk } from '../../state/use-app';
import { roomFor } from '../../state/view-actions';

/** Carries theme, zoom, line length and pane widths into CSS, and watches how much room the window gives. */
export function useShellStyle(app: App, shell: RefObject<HTMLElement | null>): void {
  const settings = useDesk((state) => state.settings);
  const { theme, zoom, lineLength, listWidth, inspectorWidth } = settings;

  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const chosen = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
      document.documentElement.dataset['theme'] = chosen;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);

  useEffect(() => {
    const root = document.documentElement.style;
    root.setProperty('--zoom', String(zoom / 100));
    root.setProperty('--line-length', String(lineLength));
    const measure = () => {
      const room = roomFor(window.innerWidth, zoom);
      if (room === 'wide') app.store.set({ room, drawer: null });
      else app.store.set({ room });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [app, zoom, lineLength]);

  useEffect(() => {
    shell.current?.style.setProperty('--list', `${listWidth / 10}rem`);
    shell.current?.style.setProperty('--inspector', `${inspectorWidth / 10}rem`);
  }, [shell, listWidth, inspectorWidth]);
}
