// On a page that compares two reports: the keys n and p go to the next and the previous change.

import { isTyping } from './is-typing.ts';

const changes = [...document.querySelectorAll<HTMLElement>('.pair.change')];
const hint = document.getElementById('jump-keys');
const button = document.getElementById('jump-switch');
const STORED = 'variorum-jump-keys';

let on = readChoice();

if (changes.length > 0 && hint !== null && button !== null) {
  hint.hidden = false;
  showChoice(button);
  button.addEventListener('click', () => {
    on = !on;
    keepChoice();
    showChoice(button);
  });
  document.addEventListener('keydown', (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'n') go(1);
    if (event.key === 'p') go(-1);
  });
}

/** From the change that has the focus or was gone to last; else from where the page is scrolled to. */
function go(step: 1 | -1): void {
  const at = findCurrent();
  const found = at === null ? findFromScroll(step) : changes[at + step];
  if (found === undefined) return;
  // As a link would: the address names the change, so that it can be copied.
  history.replaceState(null, '', `#${found.id}`);
  found.scrollIntoView({ block: 'start' });
  found.focus({ preventScroll: true });
}

function findCurrent(): number | null {
  const focused = document.activeElement?.closest<HTMLElement>('.pair.change') ?? null;
  const at = focused === null ? -1 : changes.indexOf(focused);
  return at === -1 ? null : at;
}

function findFromScroll(step: 1 | -1): HTMLElement | undefined {
  const isBelow = (change: HTMLElement): boolean => change.getBoundingClientRect().top > 1;
  const next = changes.findIndex(isBelow);
  if (step === 1) return changes[next];
  return changes[(next === -1 ? changes.length : next) - 1];
}

function showChoice(at: HTMLElement): void {
  at.textContent = on ? 'Turn these keys off' : 'Turn these keys on';
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

function keepChoice(): void {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off');
  } catch {
    // Not allowed here; the choice holds for this page.
  }
}
