// The Packet page: pins of this browser, ordered, grouped and annotated. Nothing leaves before a button says so.

import { dragPins, type PinPlace } from './drag-pins.ts';
import { type BoardAction, drawBoard, focusKey } from './packet-board.ts';
import { previewPacket } from './packet-preview.ts';
import { isPassageAddress, namePin } from './pin-address.ts';
import { formatPinFile, readPinFile } from './pin-file.ts';
import { formatPinList, readPinList } from './pin-list.ts';
import {
  addIssue,
  editIssue,
  editPin,
  moveIssue,
  movePin,
  removeIssue,
  removePin,
  stepFrom,
} from './pin-moves.ts';
import { countPins, MOST_PINS, OPTIONS, type PinIssue } from './pin-state.ts';
import { addPins, changePins, countPinned, isKept, onPins, pinState } from './pin-store.ts';
import { say } from './say.ts';

const section = document.getElementById('pin-board');
const board = document.getElementById('pins-issues');
const form = document.getElementById('packet-request');
const list = document.getElementById('packet-list');
const asText = document.getElementById('packet-as-text');

if (
  section !== null &&
  board !== null &&
  form instanceof HTMLFormElement &&
  list instanceof HTMLTextAreaElement
)
  start(section, board, form, list);

function start(
  section: HTMLElement,
  board: HTMLElement,
  form: HTMLFormElement,
  list: HTMLTextAreaElement,
): void {
  section.hidden = false;
  if (asText instanceof HTMLDetailsElement) asText.open = false;
  let typing = false;
  const act = (action: BoardAction): void => {
    typing = action.kind === 'note' || action.kind === 'title';
    heed(board, action);
    typing = false;
  };
  const draw = (): void => {
    if (!typing) drawBoard(board, pinState(), act);
    list.value = formatPinList(pinState().issues);
  };
  drawBoard(board, pinState(), act);
  // What the address of the page names stands in the list already.
  if (!offerAddressed(section) && countPinned() > 0) list.value = formatPinList(pinState().issues);
  fillOptions(form);
  onPins(draw);
  onPins(() => {
    fillOptions(form);
    if (!isKept()) say('This browser does not store pins: save the packet file before you leave this page.');
  });
  dragPins(board, (from, to) => settle(board, from, to, null), draw);
  list.addEventListener('change', () => takeList(list));
  form.addEventListener('change', (event) => keepOption(event.target));
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (submitter?.id === 'packet-save' && countPinned() > 0) {
      event.preventDefault();
      save();
    } else if (submitter === null || !submitter.hasAttribute('formaction')) {
      event.preventDefault();
      void previewPacket(form);
    }
  });
  document.getElementById('pins-add-issue')?.addEventListener('click', () => {
    const { length } = pinState().issues;
    changePins((state) => addIssue(state, `Issue ${length + 1}`));
    focusKey(board, `title-${length}`);
    say(`Issue ${length + 1} added. Write what is in dispute.`);
  });
  document.getElementById('pins-clear')?.addEventListener('click', () => {
    changePins(() => ({ issues: [], options: {} }));
    say('All pins are cleared. Undo brings them back, until you leave this page.');
  });
  const opened = document.querySelector<HTMLInputElement>('#packet-file');
  opened?.form?.addEventListener('submit', (event) => {
    const [file] = opened.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    void open(file);
  });
}

/** Does what was asked, and says where things stand now. */
function heed(board: HTMLElement, action: BoardAction): void {
  switch (action.kind) {
    case 'title':
      changePins(
        (state) => editIssue(state, action.issue, (issue) => ({ ...issue, title: action.title })),
        false,
      );
      break;
    case 'note': {
      const note = action.note.trim() === '' ? null : action.note;
      changePins((state) => editPin(state, action.at, (pin) => ({ ...pin, note })), false);
      break;
    }
    case 'step': {
      const to = stepFrom(pinState(), action.at, action.step);
      if (to === null) say(`It is the ${nameEnd(action.step)} already.`);
      else settle(board, action.at, to, action.step === 1 ? 'down' : 'up');
      break;
    }
    case 'to-issue': {
      const pin = pinState().issues[action.issue]?.pins.length ?? 0;
      settle(board, action.at, { issue: action.issue, pin }, 'issue');
      break;
    }
    case 'remove': {
      const pin = pinState().issues[action.at.issue]?.pins[action.at.pin];
      changePins((state) => removePin(state, action.at));
      focusNear(board, action.at);
      say(`Removed: ${namePin(pin?.address ?? '')}. ${countPinned()} pinned.`);
      break;
    }
    case 'step-issue':
      stepIssue(board, action.issue, action.step);
      break;
    case 'remove-issue': {
      const { pins = [] } = pinState().issues[action.issue] ?? {};
      changePins((state) => removeIssue(state, action.issue));
      const next = Math.min(action.issue, pinState().issues.length - 1);
      if (next < 0) document.getElementById('pins-add-issue')?.focus();
      else focusKey(board, `issue-remove-${next}`);
      say(`Issue removed, with ${pins.length} pinned.`);
      break;
    }
  }
}

function stepIssue(board: HTMLElement, issue: number, step: 1 | -1): void {
  const to = issue + step;
  if (pinState().issues[to] === undefined) {
    say(`It is the ${nameEnd(step)} issue already.`);
    return;
  }
  changePins((state) => moveIssue(state, issue, step));
  focusKey(board, `issue-${step === 1 ? 'down' : 'up'}-${to}`);
  say(`Now issue ${to + 1} of ${pinState().issues.length}.`);
}

function nameEnd(step: 1 | -1): string {
  return step === 1 ? 'last' : 'first';
}

/** @param hand the button that is to keep the focus, or null if the pin was dragged */
function settle(board: HTMLElement, from: PinPlace, to: PinPlace, hand: string | null): void {
  changePins((state) => movePin(state, from, to));
  if (hand !== null) focusKey(board, `${hand}-${to.issue}-${to.pin}`);
  const issue = pinState().issues[to.issue];
  const pin = issue?.pins[to.pin];
  if (issue === undefined || pin === undefined) return;
  say(`${namePin(pin.address)} is now ${to.pin + 1} of ${issue.pins.length} under ${issue.title}.`);
}

/** Whoever works by keyboard goes on where they were. */
function focusNear(board: HTMLElement, { issue, pin }: PinPlace): void {
  const left = pinState().issues[issue]?.pins.length ?? 0;
  if (left > 0) focusKey(board, `remove-${issue}-${Math.min(pin, left - 1)}`);
  else focusKey(board, `title-${issue}`);
}

/** The list was written by hand. */
function takeList(list: HTMLTextAreaElement): void {
  const issues = readPinList(list.value);
  if (issues === null) {
    say('A line of the list cannot be understood. Preview says which.');
    return;
  }
  const known = new Map(
    pinState().issues.flatMap((issue) => issue.pins.map((pin) => [pin.address, pin.text] as const)),
  );
  const withText = issues.map(
    (issue): PinIssue => ({
      ...issue,
      pins: issue.pins.map((pin) => ({ ...pin, text: known.get(pin.address) ?? null })),
    }),
  );
  if (countPins({ issues: withText }) > MOST_PINS) {
    say(`More than ${MOST_PINS} passages: the pins stay as they were.`);
    return;
  }
  changePins((state) => ({ ...state, issues: withText }));
  say(`${countPinned()} pinned.`);
}

function keepOption(field: EventTarget | null): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  const { name, value } = field;
  if (!OPTIONS.some((one) => one === name)) return;
  changePins(({ issues, options: { [name]: _, ...options } }) => {
    return { issues, options: value.trim() === '' ? options : { ...options, [name]: value } };
  }, false);
}

function fillOptions(form: HTMLFormElement): void {
  const { options } = pinState();
  for (const name of OPTIONS) {
    const field = form.elements.namedItem(name);
    const usual = name === 'form' ? 'us' : '';
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = options[name] ?? usual;
  }
}

function save(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([formatPinFile(pinState())], { type: 'application/json' }));
  link.download = 'variorum-packet.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say('The packet file was saved. Nothing was sent.');
}

async function open(file: File): Promise<void> {
  const read =
    file.size > 2_000_000 ? 'This file is larger than any packet file.' : readPinFile(await file.text());
  if (typeof read === 'string') {
    say(read);
    return;
  }
  changePins(() => read.state);
  const lost = read.lost === 0 ? '' : ` ${read.lost} were not understood and are left out.`;
  say(`${file.name.slice(0, 60)}: ${countPinned()} pinned.${lost} Undo brings back what was here before.`);
}

function addressedPins(): string[] {
  return (document.getElementById('pins-offer')?.dataset.pins ?? '').split(' ').filter(isPassageAddress);
}

/** Passages that the address of this page names are taken only if asked: anybody can send a link. */
function offerAddressed(section: HTMLElement): boolean {
  const offer = section.querySelector<HTMLElement>('#pins-offer');
  const pins = addressedPins();
  if (offer === null || pins.length === 0) return false;
  const add = document.createElement('button');
  add.type = 'button';
  add.textContent = 'Add to your pins';
  add.addEventListener('click', () => {
    addPins(pins.map((address) => ({ address, digest: null, note: null, text: null })));
    offer.hidden = true;
    history.replaceState(null, '', '/packet');
    say(`${countPinned()} pinned.`);
    section.querySelector<HTMLElement>('#pins-add-issue')?.focus();
  });
  offer.append(
    pins.length === 1
      ? 'The address of this page names a passage. '
      : `The address of this page names ${pins.length} passages. `,
    add,
  );
  offer.hidden = false;
  return true;
}
