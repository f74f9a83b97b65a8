// Pins live in this browser and nowhere else.

import { withoutVersion } from './pin-address.ts';
import { countPins, MOST_PINS, type Pin, type PinState, readPinState, UNSORTED_ISSUE } from './pin-state.ts';

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

/** @param undoable false for what is typed letter by letter: an undo of what was before would take it along */
export function changePins(change: (state: PinState) => PinState, undoable = true): void {
  // Another window may have written meanwhile.
  const current = keeps ? (read() ?? kept) : kept;
  const next = change(current);
  before = undoable ? current : null;
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

export function countPinned(): number {
  return countPins(kept);
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
