/**
 * Every command of the desk, once: native menus, the command palette, the shortcut sheet and key handling read this.
 * A command's behaviour is registered in the renderer under the same id.
 */

export type MenuName = 'Galley' | 'File' | 'Edit' | 'Format' | 'Check' | 'View' | 'Help';

export interface Command {
  readonly id: string;
  /** As a menu item, sentence case; `…` when it asks for more. */
  readonly title: string;
  readonly menu: MenuName;
  /** Items of a menu with the same group stand together; a line divides groups. */
  readonly group: number;
  /** Electron accelerator syntax: `Mod` is Command on macOS and Control elsewhere. */
  readonly keys?: string;
  /** A platform role (undo, copy …) that the native menu performs itself. */
  readonly role?: string;
  /** Works without an open story. */
  readonly always?: boolean;
}

export const COMMANDS: readonly Command[] = [
  { id: 'story.new', title: 'New story', menu: 'File', group: 1, keys: 'Mod+N', always: true },
  { id: 'story.import', title: 'Import…', menu: 'File', group: 1, keys: 'Mod+O', always: true },
  {
    id: 'story.import-clipboard',
    title: 'New story from clipboard',
    menu: 'File',
    group: 1,
    keys: 'Mod+Shift+N',
    always: true,
  },
  { id: 'story.save', title: 'Save now', menu: 'File', group: 2, keys: 'Mod+S' },
  { id: 'story.rename', title: 'Rename story…', menu: 'File', group: 2 },
  { id: 'story.duplicate', title: 'Duplicate story', menu: 'File', group: 2 },
  { id: 'story.trash', title: 'Move story to trash…', menu: 'File', group: 2 },
  { id: 'story.reveal', title: 'Show in file manager', menu: 'File', group: 2 },
  { id: 'story.export', title: 'Export…', menu: 'File', group: 3, keys: 'Mod+Shift+S' },
  { id: 'library.choose', title: 'Choose library folder…', menu: 'File', group: 4, always: true },
  {
    id: 'window.close',
    title: 'Close window',
    menu: 'File',
    group: 5,
    keys: 'Mod+W',
    role: 'close',
    always: true,
  },

  { id: 'edit.undo', title: 'Undo', menu: 'Edit', group: 1, keys: 'Mod+Z', always: true },
  { id: 'edit.redo', title: 'Redo', menu: 'Edit', group: 1, keys: 'Mod+Shift+Z', always: true },
  {
    id: 'edit.cut',
    title: 'Cut',
    menu: 'Edit',
    group: 2,
    keys: 'Mod+X',
    role: 'cut',
    always: true,
  },
  {
    id: 'edit.copy',
    title: 'Copy',
    menu: 'Edit',
    group: 2,
    keys: 'Mod+C',
    role: 'copy',
    always: true,
  },
  {
    id: 'edit.paste',
    title: 'Paste',
    menu: 'Edit',
    group: 2,
    keys: 'Mod+V',
    role: 'paste',
    always: true,
  },
  {
    id: 'edit.paste-plain',
    title: 'Paste without formatting',
    menu: 'Edit',
    group: 2,
    keys: 'Mod+Shift+V',
    role: 'pasteAndMatchStyle',
    always: true,
  },
  {
    id: 'edit.select-all',
    title: 'Select all',
    menu: 'Edit',
    group: 2,
    keys: 'Mod+A',
    role: 'selectAll',
    always: true,
  },
  { id: 'edit.find', title: 'Find and replace…', menu: 'Edit', group: 3, keys: 'Mod+F' },
  { id: 'edit.find-next', title: 'Find next', menu: 'Edit', group: 3, keys: 'Mod+G' },
  { id: 'edit.find-previous', title: 'Find previous', menu: 'Edit', group: 3, keys: 'Mod+Shift+G' },
  { id: 'edit.move-up', title: 'Move block up', menu: 'Edit', group: 4, keys: 'Alt+Shift+Up' },
  {
    id: 'edit.move-down',
    title: 'Move block down',
    menu: 'Edit',
    group: 4,
    keys: 'Alt+Shift+Down',
  },
  { id: 'edit.delete-block', title: 'Delete block', menu: 'Edit', group: 4, keys: 'Mod+Shift+K' },

  { id: 'format.bold', title: 'Bold', menu: 'Format', group: 1, keys: 'Mod+B' },
  { id: 'format.italic', title: 'Italic', menu: 'Format', group: 1, keys: 'Mod+I' },
  { id: 'format.link', title: 'Link…', menu: 'Format', group: 1, keys: 'Mod+K' },
  { id: 'format.headline', title: 'Headline', menu: 'Format', group: 2, keys: 'Mod+Alt+1' },
  { id: 'format.dek', title: 'Dek', menu: 'Format', group: 2, keys: 'Mod+Alt+2' },
  { id: 'format.byline', title: 'Byline', menu: 'Format', group: 2, keys: 'Mod+Alt+3' },
  { id: 'format.paragraph', title: 'Paragraph', menu: 'Format', group: 2, keys: 'Mod+Alt+0' },
  { id: 'format.crosshead', title: 'Crosshead', menu: 'Format', group: 2, keys: 'Mod+Alt+4' },
  { id: 'format.quotation', title: 'Quotation', menu: 'Format', group: 2, keys: 'Mod+Alt+5' },
  { id: 'format.pullquote', title: 'Pull quote', menu: 'Format', group: 2, keys: 'Mod+Alt+6' },
  { id: 'format.bulleted', title: 'Bulleted list', menu: 'Format', group: 2, keys: 'Mod+Alt+7' },
  { id: 'format.numbered', title: 'Numbered list', menu: 'Format', group: 2, keys: 'Mod+Alt+8' },
  { id: 'format.bio', title: 'Bio', menu: 'Format', group: 2, keys: 'Mod+Alt+9' },
  { id: 'format.figure', title: 'Insert photo…', menu: 'Format', group: 3, keys: 'Mod+Alt+P' },

  { id: 'check.next', title: 'Next finding', menu: 'Check', group: 1, keys: 'F8' },
  { id: 'check.previous', title: 'Previous finding', menu: 'Check', group: 1, keys: 'Shift+F8' },
  { id: 'check.fix', title: 'Apply the first fix', menu: 'Check', group: 2, keys: 'Mod+Enter' },
  {
    id: 'check.dismiss',
    title: 'Dismiss finding once',
    menu: 'Check',
    group: 2,
    keys: 'Mod+D',
  },
  {
    id: 'check.dismiss-story',
    title: 'Dismiss finding in this story',
    menu: 'Check',
    group: 2,
    keys: 'Mod+Shift+D',
  },
  {
    id: 'check.dismiss-always',
    title: 'Dismiss finding in every story',
    menu: 'Check',
    group: 2,
    keys: 'Mod+Alt+D',
  },
  {
    id: 'check.fix-alike',
    title: 'Fix all findings alike',
    menu: 'Check',
    group: 2,
    keys: 'Mod+Shift+Enter',
  },
  { id: 'check.fix-all', title: 'Fix all safe', menu: 'Check', group: 2, keys: 'Mod+Shift+.' },

  {
    id: 'check.explain',
    title: 'Explain finding with examples',
    menu: 'Check',
    group: 3,
    keys: 'Mod+Shift+E',
  },
  {
    id: 'check.filter',
    title: 'Filter findings…',
    menu: 'Check',
    group: 3,
    keys: 'Mod+Shift+F',
  },
  {
    id: 'check.order',
    title: 'Findings by check or in reading order',
    menu: 'Check',
    group: 3,
    keys: 'Mod+Shift+O',
  },
  { id: 'check.mark', title: 'Mark these findings as seen', menu: 'Check', group: 3 },
  {
    id: 'check.dismissals',
    title: 'Dismissed in every story…',
    menu: 'Check',
    group: 3,
    always: true,
  },

  {
    id: 'photo.approve',
    title: 'Approve caption',
    menu: 'Check',
    group: 4,
    keys: 'Mod+Shift+A',
  },
  {
    id: 'photo.acknowledge',
    title: 'Acknowledge instructions',
    menu: 'Check',
    group: 4,
    keys: 'Mod+Alt+A',
  },
  {
    id: 'photo.house-credit',
    title: 'Credit in house form',
    menu: 'Check',
    group: 4,
    keys: 'Mod+Alt+C',
  },
  { id: 'photo.replace', title: 'Replace photo…', menu: 'Check', group: 4 },
  { id: 'photo.codes', title: 'Caption codes…', menu: 'Check', group: 4, always: true },

  {
    id: 'stylebook.entry',
    title: 'Edit the finding’s style entry…',
    menu: 'Check',
    group: 6,
    keys: 'Mod+Alt+E',
  },
  {
    id: 'stylebook.edit',
    title: 'Style book…',
    menu: 'Check',
    group: 6,
    keys: 'Mod+9',
    always: true,
  },

  {
    id: 'view.palette',
    title: 'Find in story, jump, run a command',
    menu: 'View',
    group: 1,
    keys: 'Mod+Shift+P',
    always: true,
  },
  { id: 'view.queue', title: 'Queue', menu: 'View', group: 2, keys: 'Mod+1', always: true },
  { id: 'view.galley', title: 'Galley', menu: 'View', group: 2, keys: 'Mod+2' },
  { id: 'view.findings', title: 'Findings', menu: 'View', group: 2, keys: 'Mod+3' },
  { id: 'view.photos', title: 'Photos', menu: 'View', group: 2, keys: 'Mod+4' },
  { id: 'view.photo-desk', title: 'Photo desk', menu: 'View', group: 2, keys: 'Mod+7' },
  { id: 'view.contact-sheet', title: 'Contact sheet', menu: 'View', group: 2, keys: 'Mod+8' },
  { id: 'view.story', title: 'Story details', menu: 'View', group: 2, keys: 'Mod+5' },
  { id: 'view.import-report', title: 'Import report', menu: 'View', group: 2, keys: 'Mod+6' },
  {
    id: 'view.toggle-list',
    title: 'Show or hide the queue',
    menu: 'View',
    group: 3,
    keys: 'Mod+\\',
    always: true,
  },
  {
    id: 'view.toggle-inspector',
    title: 'Show or hide the inspector',
    menu: 'View',
    group: 3,
    keys: 'Mod+Shift+\\',
    always: true,
  },
  { id: 'view.zoom-in', title: 'Zoom in', menu: 'View', group: 4, keys: 'Mod+=', always: true },
  { id: 'view.zoom-out', title: 'Zoom out', menu: 'View', group: 4, keys: 'Mod+-', always: true },
  {
    id: 'view.zoom-reset',
    title: 'Actual size',
    menu: 'View',
    group: 4,
    keys: 'Mod+0',
    always: true,
  },
  { id: 'view.theme', title: 'Switch light and dark', menu: 'View', group: 5, always: true },
  {
    id: 'view.settings',
    title: 'Settings…',
    menu: 'Galley',
    group: 2,
    keys: 'Mod+,',
    always: true,
  },

  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    menu: 'Help',
    group: 1,
    keys: 'F1',
    always: true,
  },
  {
    id: 'app.quit',
    title: 'Quit Galley',
    menu: 'Galley',
    group: 9,
    keys: 'Mod+Q',
    role: 'quit',
    always: true,
  },
];
