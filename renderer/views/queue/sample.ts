import type { App } from '../../state/app';

/** The shipped sample scrapes, by file name. Read when the window is built, so that opening one needs no request. */
const SAMPLES: Readonly<Record<string, string>> = import.meta.glob(
  '../../../assets/samples/*.txt',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** What imports the shipped sample story; null when none was shipped. */
export function openSample(app: App): (() => void) | null {
  const first = Object.entries(SAMPLES).sort(([a], [b]) => (a < b ? -1 : 1))[0];
  if (!first) return null;
  const [path, text] = first;
  const name = path.split('/').at(-1) ?? 'sample.txt';
  return () => void app.library.importFiles([new File([text], name, { type: 'text/plain' })]);
}
