import type { PinPlace } from './drag-pins.ts';
import { namePin } from './pin-address.ts';
import { MOST_NOTE, MOST_TITLE, type Pin, type PinIssue, type PinState } from './pin-state.ts';

/** What somebody did on the board. */
export type BoardAction =
  | { readonly kind: 'step'; readonly at: PinPlace; readonly step: 1 | -1 }
  | { readonly kind: 'to-issue'; readonly at: PinPlace; readonly issue: number }
  | { readonly kind: 'remove'; readonly at: PinPlace }
  | { readonly kind: 'note'; readonly at: PinPlace; readonly note: string }
  | { readonly kind: 'title'; readonly issue: number; readonly title: string }
  | { readonly kind: 'step-issue'; readonly issue: number; readonly step: 1 | -1 }
  | { readonly kind: 'remove-issue'; readonly issue: number };

/** Draws issues and pins anew. What had the focus has it again: its key names place and purpose. */
export function drawBoard(board: HTMLElement, state: PinState, act: (action: BoardAction) => void): void {
  const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  const inside = board.contains(document.activeElement);
  board.replaceChildren(
    ...(state.issues.length === 0 ? [paragraph('pin-empty', NOTHING)] : []),
    ...state.issues.map((issue, i) => drawIssue(state, issue, i, act)),
  );
  if (inside && held !== undefined) focusKey(board, held);
}

export function focusKey(board: HTMLElement, key: string): void {
  board.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
}

const NOTHING =
  'Nothing is pinned yet. Choose “pin” beside a passage of any report, search or comparison, write addresses into the list below, or open a packet file.';

function drawIssue(
  state: PinState,
  issue: PinIssue,
  i: number,
  act: (action: BoardAction) => void,
): HTMLElement {
  const section = element('div', 'pin-issue');
  const title = element('input', '');
  title.type = 'text';
  title.value = issue.title;
  title.maxLength = MOST_TITLE;
  title.dir = 'auto';
  title.dataset.key = `title-${i}`;
  title.addEventListener('input', () => {
    act({ kind: 'title', issue: i, title: title.value });
    // Drawn anew, the field would lose the place where somebody types.
    const options = document.querySelectorAll(`.pin-tools option[value="${i}"]`);
    for (const option of options) option.textContent = nameIssue(title.value, i);
  });
  const name = `issue ${i + 1}`;
  const head = element('div', 'pin-issue-head');
  head.append(
    labelled(`Issue ${i + 1}`, title),
    button('Up', `Move ${name} up`, `issue-up-${i}`, () => act({ kind: 'step-issue', issue: i, step: -1 })),
    button('Down', `Move ${name} down`, `issue-down-${i}`, () =>
      act({ kind: 'step-issue', issue: i, step: 1 }),
    ),
    button('Remove', `Remove ${name} and its pins`, `issue-remove-${i}`, () =>
      act({ kind: 'remove-issue', issue: i }),
    ),
  );
  const list = element('ol', 'pin-list');
  list.append(...issue.pins.map((pin, k) => drawPin(state, pin, { issue: i, pin: k }, act)));
  section.append(head, list);
  if (issue.pins.length === 0) section.append(paragraph('pin-empty', 'No passage yet: move one here.'));
  return section;
}

function drawPin(state: PinState, pin: Pin, at: PinPlace, act: (action: BoardAction) => void): HTMLElement {
  const item = element('li', 'pin-item');
  const name = namePin(pin.address);
  const key = `${at.issue}-${at.pin}`;
  const grip = element('span', 'grip');
  grip.setAttribute('aria-hidden', 'true');
  grip.title = 'Drag to another place';
  grip.textContent = '⠿';
  const link = element('a', '');
  link.href = `/${pin.address}`;
  link.textContent = name;
  const place = element('p', 'pin-place');
  place.append(link);
  const note = element('textarea', '');
  note.rows = pin.note === null ? 1 : Math.min(6, pin.note.split('\n').length + 1);
  note.maxLength = MOST_NOTE;
  note.dir = 'auto';
  note.value = pin.note ?? '';
  note.dataset.key = `note-${key}`;
  note.addEventListener('input', () => act({ kind: 'note', at, note: note.value }));
  const tools = element('p', 'pin-tools');
  tools.append(
    button('Up', `Move up: ${name}`, `up-${key}`, () => act({ kind: 'step', at, step: -1 })),
    button('Down', `Move down: ${name}`, `down-${key}`, () => act({ kind: 'step', at, step: 1 })),
    ...(state.issues.length > 1 ? [issueChoice(state, at, name, act)] : []),
    button('Remove', `Remove: ${name}`, `remove-${key}`, () => act({ kind: 'remove', at })),
  );
  const body = element('div', 'pin-body');
  const text = paragraph('pin-text', pin.text ?? 'Its text is shown in the preview.');
  if (pin.text !== null) text.lang = 'en';
  body.append(place, text, labelled('Your note', note), tools);
  item.append(grip, body);
  return item;
}

function issueChoice(
  { issues }: PinState,
  at: PinPlace,
  name: string,
  act: (action: BoardAction) => void,
): HTMLElement {
  const choice = element('select', '');
  choice.dataset.key = `issue-${at.issue}-${at.pin}`;
  choice.setAttribute('aria-label', `To issue: ${name}`);
  choice.append(
    ...issues.map(({ title }, i) => {
      const option = element('option', '');
      option.value = String(i);
      option.textContent = nameIssue(title, i);
      option.selected = i === at.issue;
      return option;
    }),
  );
  choice.addEventListener('change', () => act({ kind: 'to-issue', at, issue: Number(choice.value) }));
  return choice;
}

function nameIssue(title: string, i: number): string {
  return `To issue ${i + 1}: ${title}`.slice(0, 60);
}

function button(text: string, name: string, key: string, press: () => void): HTMLButtonElement {
  const made = element('button', 'quiet');
  made.type = 'button';
  made.textContent = text;
  made.setAttribute('aria-label', name);
  made.dataset.key = key;
  made.addEventListener('click', press);
  return made;
}

function labelled(text: string, field: HTMLElement): HTMLLabelElement {
  const label = element('label', 'pin-field');
  label.append(text, ' ', field);
  return label;
}

function paragraph(className: string, text: string): HTMLElement {
  const made = element('p', className);
  made.textContent = text;
  return made;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  return made;
}
