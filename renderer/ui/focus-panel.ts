/** Moves the keyboard to the open panel's tab: for actions that take away the control they were called from. */
export function focusPanel(): void {
  // The control goes when the story has come round through the editor.
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('.inspector .tab[data-selected]')?.focus();
  }, 150);
}
