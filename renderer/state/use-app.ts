import { createContext, useContext } from 'react';
import type { App } from './app';
import type { AppState } from './app-state';
import type { Platform } from './keys';
import { useStore } from './store';

export const AppContext = createContext<App | null>(null);

/** The desk around this component. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('No desk around this component');
  return app;
}

/** A part of the desk's state; the component follows it. */
export function useDesk<Part>(select: (state: AppState) => Part): Part {
  return useStore(useApp().store, select);
}

/** The platform whose keys are shown. */
export function usePlatform(): Platform {
  return useDesk((state) => state.info?.platform ?? 'linux');
}
