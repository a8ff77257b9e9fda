import type { PageParams, PageView } from '../../../server/src/lsp/protocol.js';

export interface ShellOptions {
  readonly view: PageView;
  readonly asked: PageParams;
  /** A word that nobody can know before: what does not have it does not run, and has no look. */
  readonly nonce: string;
}

/** A page as a document for a window of the editor. Nothing is loaded for it; what is in it comes with it, and nothing else counts. */
export function shellOf({ view, asked, nonce }: ShellOptions): string {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(view.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(view.title)}</title>
<style nonce="${nonce}">${view.style}</style>
</head>
<body>
<main data-asked="${escaped(JSON.stringify(asked))}">
${view.body}
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

/** A text as it stands between tags and in the quotes of an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * Lets the editor bring the page back after a restart, and takes a later state of it without a step of who reads it: what had the focus
 * has it again, and what was in view stays there.
 */
const script = `
const main = document.querySelector('main');
acquireVsCodeApi().setState(JSON.parse(main.dataset.asked));
const links = () => [...main.querySelectorAll('a, [tabindex]')];
const named = (element) => (element.getAttribute('href') ?? element.id) + element.textContent;
window.addEventListener('message', ({ data }) => {
  if (typeof data?.body !== 'string') return;
  const focused = links().indexOf(document.activeElement);
  const before = focused < 0 ? '' : named(document.activeElement);
  const top = window.scrollY;
  main.innerHTML = data.body;
  document.title = String(data.title);
  if (focused >= 0) {
    const now = links();
    (now.find((each) => named(each) === before) ?? now[Math.min(focused, now.length - 1)])?.focus({ preventScroll: true });
  }
  window.scrollTo(0, top);
});
`;
