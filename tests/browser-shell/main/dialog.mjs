import { answer, ask, note, options } from './link.mjs';
import { loud } from './loud.mjs';

/** Answers that a test has laid ready, per kind of dialog, and everything that was shown. */
const ready = { open: [], save: [], message: [] };
const shown = [];

const CANCELLED = {
  open: { canceled: true, filePaths: [] },
  save: { canceled: true, filePath: '' },
};

function given(kind, asked) {
  const answerGiven = ready[kind].shift();
  if (kind === 'open') {
    return answerGiven === null ? CANCELLED.open : { canceled: false, filePaths: answerGiven };
  }
  if (kind === 'save') {
    return answerGiven === null ? CANCELLED.save : { canceled: false, filePath: answerGiven };
  }
  const buttons = asked.buttons ?? ['OK'];
  const response = typeof answerGiven === 'string' ? buttons.indexOf(answerGiven) : answerGiven;
  if (response < 0 || response >= buttons.length) {
    throw new Error(`The message box has no button ${answerGiven}, only ${buttons.join(', ')}`);
  }
  return { response, checkboxChecked: asked.checkboxChecked ?? false };
}

function record(kind, args) {
  const asked = (args.length > 1 ? args[1] : args[0]) ?? {};
  shown.push({ kind, options: JSON.parse(JSON.stringify(asked)) });
  return asked;
}

function unanswered(kind, asked) {
  note('dialog', `${kind}: ${asked.title ?? asked.message ?? ''}`);
  return new Error(
    `A ${kind} dialog was shown (“${asked.title ?? asked.message ?? ''}”) but the test laid no answer ready`,
  );
}

function asynchronous(kind) {
  return async (...args) => {
    const asked = record(kind, args);
    if (ready[kind].length > 0) return given(kind, asked);
    if (!options.visible) throw unanswered(kind, asked);
    return ask('dialog', { kind, options: JSON.parse(JSON.stringify(asked)) });
  };
}

function synchronous(kind, read) {
  return (...args) => {
    const asked = record(kind, args);
    if (ready[kind].length === 0) throw unanswered(kind, asked);
    return read(given(kind, asked));
  };
}

export const dialog = loud('dialog', {
  showOpenDialog: asynchronous('open'),
  showSaveDialog: asynchronous('save'),
  showMessageBox: asynchronous('message'),
  showOpenDialogSync: synchronous('open', (result) =>
    result.canceled ? undefined : result.filePaths,
  ),
  showSaveDialogSync: synchronous('save', (result) => result.filePath),
  showMessageBoxSync: synchronous('message', (result) => result.response),
  showErrorBox(title, content) {
    shown.push({ kind: 'error', options: { title, content } });
    note('error-box', `${title}: ${content}`);
    console.error(`${title}: ${content}`);
  },
});

answer('dialog.queue', ({ kind, value }) => {
  ready[kind].push(value);
});
answer('dialog.shown', () => shown);
