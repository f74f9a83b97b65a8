// Comes with every page: copying addresses and citations.
import { citationHtml } from './citation-html.ts';
import { say } from './say.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = document.getElementById(button.dataset.copy ?? '');
  if (field === null || navigator.clipboard === undefined) continue;
  button.hidden = false;
  const message = button.dataset.said ?? 'Address copied';
  button.addEventListener('click', () => {
    const html = field.matches('.cite-line') ? citationHtml(field) : null;
    void copy(textOf(field), message, html);
  });
  if (field instanceof HTMLInputElement) field.addEventListener('focus', () => field.select());
}

// A click on the number of a passage goes there, as without us, and copies the lasting address of its words.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = lastingAddress(link);
  if (address !== null) void copy(address, 'Address of this passage copied');
});

function lastingAddress(link: HTMLAnchorElement): string | null {
  if (!link.matches('.passage > .number, .report-text .address')) return null;
  const text = link.closest<HTMLElement>('[data-address]');
  const anchor = link.getAttribute('href') ?? '';
  const prefix = `#${text?.dataset.prefix ?? ''}`;
  if (text?.dataset.address === undefined || !anchor.startsWith(prefix)) return null;
  return `${location.origin}${text.dataset.address}#${anchor.slice(prefix.length)}`;
}

function textOf(field: HTMLElement): string {
  if (field instanceof HTMLInputElement) return field.value;
  // A record is copied line by line.
  return field instanceof HTMLPreElement
    ? (field.textContent ?? '').trim()
    : (field.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** @param html the same text with its italics, for programs that take it */
async function copy(text: string, message: string, html: string | null = null): Promise<void> {
  try {
    if (html === null || !copyBoth(text, html)) await navigator.clipboard.writeText(text);
    say(`${message}: ${text}`);
  } catch {
    // Not allowed here; the address can still be copied by hand.
    say(text);
  }
}

/**
 * The old way to the clipboard: by the new one the browser reads the HTML as part of this page, whose policy forbids
 * styles, and small capitals are made by one.
 */
function copyBoth(text: string, html: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', put);
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done;
}
