import type { App } from './app';
import { notify } from './context';

/** Milliseconds the list waits for further changes before it is read again. */
const REFRESH_AFTER = 150;
const COMMANDS_AFTER = 120;

/** Listens to the main process for as long as the window lives; answers the function that stops. */
export function listen(app: App): () => void {
  const { desk, store } = app;
  let refresh: ReturnType<typeof setTimeout> | null = null;
  let report: ReturnType<typeof setTimeout> | null = null;
  let reported = '';

  const stops = [
    desk.on('library.changed', () => {
      if (refresh !== null) return;
      refresh = setTimeout(() => {
        refresh = null;
        void app.library.refresh();
      }, REFRESH_AFTER);
    }),
    desk.on('story.changed-on-disk', ({ ref, revision }) => {
      void app.session.diskChanged(ref, revision);
    }),
    desk.on('settings.changed', (settings) => store.set({ settings })),
    desk.on('stylebooks.changed', () => void app.styleBook.reload()),
    desk.on('lexicon.changed', () => void app.lexicon.load()),
    desk.on('task.progress', (progress) =>
      store.set((state) => {
        const others = state.tasks.filter((task) => task.task !== progress.task);
        const over = progress.total > 0 && progress.done >= progress.total;
        return { tasks: over ? others : [...others, progress] };
      }),
    ),
    desk.on('command.run', ({ id }) => {
      app.commands.run(id);
    }),
    desk.on('window.flush', () => {
      void app.session.flush().then((saved) => {
        // With a conflict open nothing is lost by staying: the question must be answered first.
        if (saved) void desk.call('window.flushed');
      });
    }),
    desk.on('story.show', ({ ref }) => void app.library.open(ref)),
    desk.on('app.trouble', ({ message }) => notify(app, 'error', message)),
    store.subscribe(() => {
      if (report !== null) return;
      report = setTimeout(() => {
        report = null;
        const ids = app.commands.available();
        const now = ids.join(' ');
        if (now === reported) return;
        reported = now;
        void desk.call('window.commands', [...ids]);
      }, COMMANDS_AFTER);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
