// A packet as this browser knows it. What is stored may have been written by another version, another page of this
// address, or a hand: each part is looked at, and what is not understood is left out.

import { isPassageAddress } from './pin-address.ts';

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

export function countPins({ issues }: Pick<PinState, 'issues'>): number {
  return issues.reduce((sum, { pins }) => sum + pins.length, 0);
}
