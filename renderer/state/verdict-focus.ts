/** Moves the keyboard to a finding's row on the photo desk, once it is there. */
export function focusVerdict(key: string): void {
  setTimeout(() => {
    const rows = document.querySelectorAll<HTMLElement>('.photo-desk [data-finding]');
    const row = [...rows].find((one) => one.dataset['finding'] === key);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, 40);
}
