/**
 * First module of the main process under the browser shell: a plain Node process whose `electron` is the stand-in.
 * Started by shell.mjs with a channel to it; everything the app says to its windows goes over that channel.
 */
import Module, { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { options } from './link.mjs';

register('./resolve.mjs', import.meta.url);

const electron = await import('./electron.mjs');
const load = Module._load;
// CommonJS in the main bundle asks here.
Module._load = (request, parent, isMain) =>
  request === 'electron' || request === 'electron/main'
    ? electron
    : load.call(Module, request, parent, isMain);

process.argv = [process.execPath, options.main, ...options.args];
process.type = 'browser';
process.resourcesPath = options.root;

const { start } = await import('./control.mjs');
start();
await import(pathToFileURL(options.main).href);
electron.shellReady();
