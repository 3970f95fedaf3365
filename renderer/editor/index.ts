export type { EditorApi, EditorCommand, EditorEvents, EditorOptions, EditorSelection } from './api';
export type { FindQuery, FindResult, Match } from './find';
export { findInStory, replaceEdits } from './find';
export type { GalleyEditorProps } from './galley-editor';
export { GalleyEditor } from './galley-editor';
export { safeAddress } from './paste/address';
