// Comes with every page: copying addresses and citations.
import { citationHtml } from './citation-html.ts';

const said = document.getElementById('said');
let clearing = 0;

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
    if (html === null || typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem(asBlobs(text, html))]);
    say(`${message}: ${text}`);
  } catch {
    // Not allowed here; the address can still be copied by hand.
    say(text);
  }
}

function asBlobs(text: string, html: string): Record<string, Blob> {
  return {
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  };
}

function say(message: string): void {
  if (said === null) return;
  said.textContent = message;
  clearTimeout(clearing);
  clearing = window.setTimeout(() => {
    said.textContent = '';
  }, 5000);
}
