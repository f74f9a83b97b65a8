// Comes with every page: a button that pins each passage, and how many are pinned.

import { isPassageAddress, namePin, passagesOfCiteLink } from './pin-address.ts';
import { MOST_PINS, shortenText } from './pin-state.ts';
import {
  addPins,
  canUndo,
  countPinned,
  isKept,
  isPinned,
  onPins,
  removePins,
  undoPins,
} from './pin-store.ts';
import { say } from './say.ts';

const buttons = new Map<HTMLButtonElement, readonly string[]>();
const status = document.getElementById('pins-status');

offerPins(document);
onPins(show);
show();

/** Puts a button beside every passage below `root` that can be pinned. */
export function offerPins(root: ParentNode): void {
  // Custom reports and reports laid side by side have no links to citations, but an address for all of a report.
  for (const number of root.querySelectorAll<HTMLAnchorElement>('[data-address] .passage > .number')) {
    const passage = number.parentElement;
    const address = addressOf(number);
    if (passage !== null && address !== null)
      offer([address], (button) =>
        (passage.querySelector('.cite-link') ?? passage.lastChild)?.after(' ', button),
      );
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a.cite-link')) {
    if (link.closest('.passage') !== null) continue;
    const version = link.closest<HTMLElement>('[data-version]')?.dataset.version ?? null;
    const addresses = passagesOfCiteLink(link.href, version);
    if (addresses.length > 0) offer(addresses, (button) => link.after(' ', button));
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a.pin-link[data-pin]')) {
    const address = link.dataset.pin;
    if (isPassageAddress(address)) offer([address], (button) => link.replaceWith(button));
  }
}

function addressOf(number: HTMLAnchorElement): string | null {
  const text = number.closest<HTMLElement>('[data-address]');
  const anchor = number.getAttribute('href') ?? '';
  const prefix = `#${text?.dataset.prefix ?? ''}`;
  const address = `${text?.dataset.address?.slice(1)}#${anchor.slice(prefix.length)}`;
  return anchor.startsWith(prefix) && isPassageAddress(address) ? address : null;
}

function offer(addresses: readonly string[], place: (button: HTMLButtonElement) => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'pin';
  button.textContent = 'pin';
  button.setAttribute('aria-label', `Pin ${addresses.map(namePin).join(', ')}`);
  buttons.set(button, addresses);
  mark(button, addresses);
  button.addEventListener('click', () => toggle(button, addresses));
  place(button);
}

function toggle(button: HTMLButtonElement, addresses: readonly string[]): void {
  const name = addresses.map(namePin).join(', ');
  if (addresses.every(isPinned)) {
    removePins(addresses);
    say(`No longer pinned: ${name}. ${describeCount()}.`);
    return;
  }
  if (countPinned() + addresses.length > MOST_PINS) {
    say(`${MOST_PINS} passages are pinned, and no more can be. Save a packet file and begin another.`);
    return;
  }
  const text = textBeside(button, addresses.length);
  addPins(addresses.map((address) => ({ address, digest: null, note: null, text })));
  say(
    isKept()
      ? `Pinned: ${name}. ${describeCount()}.`
      : `Pinned: ${name}, but this browser does not store pins (it is full, or forbids it): they are gone when you leave this page.`,
  );
}

/** The words the button stands beside, to know the pin again; null where they are several passages'. */
function textBeside(button: HTMLButtonElement, passages: number): string | null {
  const beside =
    button.closest('.passage') ??
    button.closest('.hit')?.querySelector('.hit-text') ??
    button.closest('.form')?.querySelector('.form-text') ??
    null;
  if (beside === null || passages !== 1) return null;
  const copy = beside.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.number, .cite-link, .age, .pin, del')) extra.remove();
  const text = shortenText(copy.textContent ?? '');
  return text === '' ? null : text;
}

function show(): void {
  for (const [button, addresses] of buttons) mark(button, addresses);
  if (status === null) return;
  const count = countPinned();
  status.hidden = count === 0 && !canUndo();
  document.documentElement.classList.toggle('has-pins', !status.hidden);
  status.replaceChildren(describeCount());
  if (location.pathname !== '/packet') status.append(' · ', link('Open packet', '/packet'));
  if (canUndo()) status.append(' ', undoButton());
}

function mark(button: HTMLButtonElement, addresses: readonly string[]): void {
  button.setAttribute('aria-pressed', String(addresses.every(isPinned)));
}

function undoButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = 'Undo';
  button.addEventListener('click', () => {
    undoPins();
    (status?.querySelector('a') ?? document.getElementById('main'))?.focus();
    say(`Undone. ${describeCount()}.`);
  });
  return button;
}

function describeCount(): string {
  return `${countPinned()} pinned`;
}

function link(text: string, href: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}
