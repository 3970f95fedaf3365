import type { ToWorker } from './check-protocol';
import { createCheckServer } from './check-server';

/** The check runner's thread: wires the server to the messages of the window. */
const server = createCheckServer({
  post: (message) => self.postMessage(message),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
});

self.addEventListener('message', (event: MessageEvent<ToWorker>) => server.receive(event.data));
