// Comes with every page: copying addresses and citations.

const said = document.getElementById('said');
let clearing = 0;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = document.getElementById(button.dataset.copy ?? '');
  if (field === null || navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener('click', () => void copy(textOf(field), button.dataset.said ?? 'Address copied'));
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
  return field instanceof HTMLInputElement
    ? field.value
    : (field.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function copy(text: string, message: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${message}: ${text}`);
  } catch {
    // Not allowed here; the address can still be copied by hand.
    say(text);
  }
}

function say(message: string): void {
  if (said === null) return;
  said.textContent = message;
  clearTimeout(clearing);
  clearing = window.setTimeout(() => {
    said.textContent = '';
  }, 5000);
}
