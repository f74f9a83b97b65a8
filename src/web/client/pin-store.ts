// Pins live in this browser and nowhere else. What is stored may have been written by another version, another page
// of this address, or a hand: each part is looked at, and what is not understood is left out.

import { isPassageAddress, withoutVersion } from './pin-address.ts';

export interface Pin {
  readonly address: string;
  readonly digest: string | null;
  readonly note: string | null;
  /** The opening words, to know it again; null: not known. */
  readonly text: string | null;
}

export interface PinIssue {
  readonly title: string;
  readonly pins: readonly Pin[];
}

export interface PinState {
  readonly issues: readonly PinIssue[];
  /** The options of the packet's form, by the names of its fields. */
  readonly options: Readonly<Record<string, string>>;
}

export const OPTIONS = ['title', 'form', 'body', 'paper', 'prefix', 'start', 'limit', 'megabytes'] as const;
export const UNSORTED_ISSUE = 'Pinned passages';
export const MOST_PINS = 500;
export const MOST_NOTE = 4000;
export const MOST_TITLE = 200;
const MOST_TEXT = 400;
const STORED = 'variorum-packet';
const EMPTY: PinState = { issues: [], options: {} };

let kept: PinState = read() ?? EMPTY;
let before: PinState | null = null;
let keeps = true;
const listeners: (() => void)[] = [];

addEventListener('storage', (event) => {
  // A null key: everything was cleared.
  if (event.key !== STORED && event.key !== null) return;
  kept = read() ?? EMPTY;
  before = null;
  tell();
});

export function pinState(): PinState {
  return kept;
}

/** False once the browser refused to store: pins then last as long as the page. */
export function isKept(): boolean {
  return keeps;
}

export function canUndo(): boolean {
  return before !== null;
}

export function onPins(listener: () => void): void {
  listeners.push(listener);
}

/** @param undoable false for what is typed letter by letter */
export function changePins(change: (state: PinState) => PinState, undoable = true): void {
  // Another window may have written meanwhile.
  const current = keeps ? (read() ?? kept) : kept;
  const next = change(current);
  if (undoable) before = current;
  kept = next;
  write();
  tell();
}

export function undoPins(): void {
  if (before === null) return;
  kept = before;
  before = null;
  write();
  tell();
}

export function countPins({ issues }: PinState = kept): number {
  return issues.reduce((sum, { pins }) => sum + pins.length, 0);
}

/** Whether a passage is pinned, in this version or without one. */
export function isPinned(address: string): boolean {
  const bare = withoutVersion(address);
  return kept.issues.some(({ pins }) => pins.some((pin) => pin.address === address || pin.address === bare));
}

/** Adds passages to the last issue; those that are pinned already stay where they are. */
export function addPins(added: readonly Pin[]): void {
  changePins((state) => {
    const known = new Set(state.issues.flatMap(({ pins }) => pins.map(({ address }) => address)));
    const fresh = added.filter(({ address }) => !known.has(address)).slice(0, MOST_PINS - countPins(state));
    const last = state.issues.at(-1) ?? { title: UNSORTED_ISSUE, pins: [] };
    const issue = { ...last, pins: [...last.pins, ...fresh] };
    return { ...state, issues: [...state.issues.slice(0, -1), issue] };
  });
}

export function removePins(addresses: readonly string[]): void {
  const gone = new Set([...addresses, ...addresses.map(withoutVersion)]);
  changePins((state) => ({
    ...state,
    issues: state.issues.map((issue) => ({
      ...issue,
      pins: issue.pins.filter(({ address }) => !gone.has(address)),
    })),
  }));
}

/** What can be understood of a value from outside. */
export function readPinState(value: unknown): PinState {
  const { issues, options } = fieldsOf(value);
  let room = MOST_PINS;
  return {
    issues: listOf(issues)
      .slice(0, 100)
      .map((one): PinIssue => {
        const { title, pins } = fieldsOf(one);
        const read = listOf(pins).slice(0, room).flatMap(readPin);
        room -= read.length;
        return { title: textOf(title, MOST_TITLE) ?? UNSORTED_ISSUE, pins: read };
      }),
    options: Object.fromEntries(
      OPTIONS.flatMap((name) => {
        const text = textOf(fieldsOf(options)[name], MOST_TITLE);
        return text === null ? [] : [[name, text]];
      }),
    ),
  };
}

function readPin(value: unknown): Pin[] {
  const { address, digest, note, text } = fieldsOf(value);
  if (!isPassageAddress(address)) return [];
  return [
    {
      address,
      digest: typeof digest === 'string' && /^[0-9a-f]{16}$/.test(digest) ? digest : null,
      note: textOf(note, MOST_NOTE),
      text: textOf(text, MOST_TEXT),
    },
  ];
}

export function shortenText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= MOST_TEXT ? plain : `${plain.slice(0, MOST_TEXT - 2)} …`;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, most) : null;
}

function read(): PinState | null {
  try {
    const text = localStorage.getItem(STORED);
    return text === null ? EMPTY : readPinState(JSON.parse(text));
  } catch {
    // Blocked, or no JSON of ours.
    return null;
  }
}

function write(): void {
  try {
    if (kept.issues.length === 0 && Object.keys(kept.options).length === 0) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, JSON.stringify(kept));
    keeps = true;
  } catch {
    keeps = false;
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}
