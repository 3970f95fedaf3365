/** The channel between the main process and the shell that owns Chromium: questions with answers, and plain news. */

/** What shell.mjs passes: main, root, args, paths, locale, theme, visible … */
export const options = JSON.parse(process.env.GALLEY_SHELL ?? 'null') ?? {};
delete process.env.GALLEY_SHELL;

const waiting = new Map();
const answerers = new Map();
let last = 0;

/** Tells the shell something. */
export function tell(type, data = {}) {
  if (process.connected) process.send({ type, data });
}

/** Asks the shell; resolves with its answer, rejects with its error. */
export function ask(type, data = {}) {
  return new Promise((resolve, reject) => {
    if (!process.connected) {
      reject(new Error(`The browser shell is gone (${type})`));
      return;
    }
    last += 1;
    waiting.set(last, { resolve, reject });
    process.send({ type, data, ask: last });
  });
}

/** Answers the shell's questions of one type. */
export function answer(type, handler) {
  answerers.set(type, handler);
}

/** Notes something a test must see even when the app swallows the error: unimplemented calls, requests that left. */
export function note(kind, text) {
  tell('note', { kind, text });
}

async function reply(message) {
  const handler = answerers.get(message.type);
  try {
    if (!handler) throw new Error(`The main process does not answer ${message.type}`);
    const value = await handler(message.data);
    if (process.connected) process.send({ answer: message.ask, value });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (process.connected) process.send({ answer: message.ask, error: text });
  }
}

process.on('message', (message) => {
  if (message.answer === undefined) {
    void reply(message);
    return;
  }
  const question = waiting.get(message.answer);
  waiting.delete(message.answer);
  if (message.error === undefined) question?.resolve(message.value);
  else question?.reject(new Error(message.error));
});

// The shell is gone: so is every window.
process.on('disconnect', () => process.exit(0));
