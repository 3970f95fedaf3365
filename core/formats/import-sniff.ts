/** Extension of a file name in lower case without its dot; '' when it has none. */
export function extensionOf(name: string): string {
  const match = /\.([a-z0-9]{1,8})$/i.exec(name);
  return match?.[1]?.toLowerCase() ?? '';
}

/**
 * Guesses the format id of a text from its first characters: `html`, `markdown` or `scrape`.
 * Used for pasted text and for files whose extension says nothing.
 */
export function sniffFormat(text: string): 'html' | 'markdown' | 'scrape' {
  const head = text.slice(0, 4000).trimStart();
  if (/^(<!doctype html|<html|<\?xml[^>]*>\s*<(!doctype )?html|<head|<body)/i.test(head))
    return 'html';
  if (/^<(article|main|section|div|p|h1|h2|figure|meta|!--)[\s>]/i.test(head)) return 'html';
  if (/^---\r?\n[\w-]+:[\s\S]*?\r?\n---\r?\n/.test(head)) return 'markdown';
  const marks = [
    /^#{1,4} \S/m,
    /\]\((https?:|\/|\.|#)[^)\s]*\)/,
    /^!\[[^\]]*\]\(/m,
    /(^|\s)\*\*\S[^*\n]*\S\*\*/m,
    /^> \S/m,
    /^```/m,
  ].filter((mark) => mark.test(head)).length;
  return marks >= 2 ? 'markdown' : 'scrape';
}
