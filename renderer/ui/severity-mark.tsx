import type { Severity } from '#core/checks/style-book';

/** Circle, diamond or square in the severity's colour; a green circle for clear. Told apart by shape as well. */
export function SeverityMark({ severity }: { readonly severity: Severity | 'clear' }) {
  return (
    <svg className={`mark mark-${severity}`} viewBox="0 0 10 10" aria-hidden="true">
      {severity === 'warning' ? (
        <rect x="1.7" y="1.7" width="6.6" height="6.6" rx="0.8" transform="rotate(45 5 5)" />
      ) : severity === 'suggestion' ? (
        <rect x="1.2" y="1.2" width="7.6" height="7.6" rx="1.4" />
      ) : (
        <circle cx="5" cy="5" r="4.1" />
      )}
    </svg>
  );
}
