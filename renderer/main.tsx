import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/inter/opsz-italic.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
import './styles/index.css';
import { createRoot } from 'react-dom/client';
import type { Bridge } from './desk';
import { connect } from './desk';
import { createApp } from './state/app';
import { AppContext } from './state/use-app';
import { Shell } from './views/shell/shell';
import { createChecker } from './workers/checker';
import { createSpeller } from './workers/speller';

declare global {
  interface Window {
    readonly desk: Bridge;
  }
}

const app = createApp(connect(window.desk), createChecker, createSpeller);
const root = document.getElementById('desk');
if (!root) throw new Error('The page has no element for the desk');
createRoot(root).render(
  <AppContext value={app}>
    <Shell />
  </AppContext>,
);
void app.boot();
