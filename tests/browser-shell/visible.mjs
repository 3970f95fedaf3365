/** What only a person in front of the browser shell needs: dialogs drawn in the page, and the system's own programs. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Runs in the page: a dialog with its own small look, since the app's stylesheet knows nothing of it. */
function drawDialog({ kind, options }) {
  return new Promise((resolve) => {
    const element = (name, text, style) => {
      const node = document.createElement(name);
      if (text) node.textContent = text;
      Object.assign(node.style, style);
      return node;
    };
    const box = element('dialog', '', {
      font: '14px system-ui, sans-serif',
      padding: '20px 24px',
      border: '1px solid #888',
      borderRadius: '8px',
      width: '520px',
      maxWidth: '90vw',
    });
    const finish = (value) => {
      box.close();
      box.remove();
      resolve(value);
    };
    box.append(
      element('h2', options.title ?? options.message ?? '', {
        fontSize: '16px',
        margin: '0 0 8px',
      }),
    );
    const detail = [options.title ? options.message : '', options.detail]
      .filter(Boolean)
      .join('\n');
    if (detail) box.append(element('p', detail, { whiteSpace: 'pre-line', margin: '0 0 12px' }));
    const row = element('div', '', { display: 'flex', gap: '8px', justifyContent: 'flex-end' });
    const button = (label, act) => {
      const node = element('button', label, { padding: '4px 12px', font: 'inherit' });
      node.addEventListener('click', act);
      row.append(node);
    };
    let cancelled;
    if (kind === 'message') {
      const buttons = options.buttons?.length ? options.buttons : ['OK'];
      const answer = (response) => ({ response, checkboxChecked: false });
      cancelled = answer(options.cancelId ?? buttons.length - 1);
      for (const [at, label] of buttons.entries()) button(label, () => finish(answer(at)));
    } else {
      const open = kind === 'open';
      const several = open && options.properties?.includes('multiSelections');
      cancelled = open ? { canceled: true, filePaths: [] } : { canceled: true, filePath: '' };
      const label = several ? 'Full paths, one a line' : 'Full path';
      const field = element('textarea', '', {
        width: '100%',
        boxSizing: 'border-box',
        font: 'inherit',
      });
      field.rows = several ? 4 : 1;
      field.value = options.defaultPath ?? '';
      field.setAttribute('aria-label', label);
      box.append(element('p', label, { margin: '0 0 4px' }), field);
      Object.assign(row.style, { marginTop: '12px' });
      button('Cancel', () => finish(cancelled));
      button(options.buttonLabel ?? (open ? 'Open' : 'Save'), () => {
        const paths = field.value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        if (paths.length === 0) finish(cancelled);
        else
          finish(
            open ? { canceled: false, filePaths: paths } : { canceled: false, filePath: paths[0] },
          );
      });
    }
    box.addEventListener('cancel', () => finish(cancelled));
    box.append(row);
    document.body.append(box);
    box.showModal();
  });
}

/** Shows a dialog in the page and waits for the person. */
export function askUser(page, spec) {
  if (!page) throw new Error('There is no window to ask in');
  return page.evaluate(drawDialog, spec);
}

/** Opens an address or a folder with the system's own program. */
export function openOutside({ kind, target }) {
  const what = kind === 'reveal' ? dirname(target) : target;
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [what]]
      : process.platform === 'win32'
        ? ['explorer.exe', [what]]
        : ['xdg-open', [what]];
  const program = spawn(command, args, { detached: true, stdio: 'ignore' });
  program.on('error', (error) =>
    console.error(`${command} could not open ${what}: ${error.message}`),
  );
  program.unref();
}
