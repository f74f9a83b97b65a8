import type { PinPlace } from './drag-pins.ts';
import type { Pin, PinIssue, PinState } from './pin-state.ts';

// What can be done with the order of pins: each gives a new state.

export function editIssue(state: PinState, at: number, change: (issue: PinIssue) => PinIssue): PinState {
  return { ...state, issues: state.issues.map((issue, i) => (i === at ? change(issue) : issue)) };
}

export function editPin(state: PinState, { issue, pin }: PinPlace, change: (pin: Pin) => Pin): PinState {
  return editIssue(state, issue, (one) => ({
    ...one,
    pins: one.pins.map((each, k) => (k === pin ? change(each) : each)),
  }));
}

export function removePin(state: PinState, { issue, pin }: PinPlace): PinState {
  return editIssue(state, issue, (one) => ({ ...one, pins: one.pins.filter((_, k) => k !== pin) }));
}

/** @param to counted when the pin is taken out */
export function movePin(state: PinState, from: PinPlace, to: PinPlace): PinState {
  const moved = state.issues[from.issue]?.pins[from.pin];
  if (moved === undefined) return state;
  return editIssue(removePin(state, from), to.issue, (one) => ({
    ...one,
    pins: [...one.pins.slice(0, to.pin), moved, ...one.pins.slice(to.pin)],
  }));
}

/** One place up or down, over the borders of issues; null at either end of all. */
export function stepFrom({ issues }: PinState, { issue, pin }: PinPlace, step: 1 | -1): PinPlace | null {
  const own = issues[issue]?.pins.length ?? 0;
  const next = pin + step;
  if (next >= 0 && next < own) return { issue, pin: next };
  const other = issues[issue + step];
  if (other === undefined) return null;
  return { issue: issue + step, pin: step === 1 ? 0 : other.pins.length };
}

/** An issue trades places with its neighbour. */
export function moveIssue(state: PinState, at: number, step: 1 | -1): PinState {
  const issues = [...state.issues];
  const [one, other] = [issues[at], issues[at + step]];
  if (one === undefined || other === undefined) return state;
  issues[at + step] = one;
  issues[at] = other;
  return { ...state, issues };
}

/** An issue with all its pins. */
export function removeIssue(state: PinState, at: number): PinState {
  return { ...state, issues: state.issues.filter((_, i) => i !== at) };
}

/** @param title for a name that no other issue has yet */
export function addIssue(state: PinState, title: string): PinState {
  return { ...state, issues: [...state.issues, { title, pins: [] }] };
}
