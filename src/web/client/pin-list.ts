// The list of a packet as lines, as src/domain/packet-list.ts reads it on the server; a test holds them together.

import { isPassageAddress } from './pin-address.ts';
import { type Pin, type PinIssue, UNSORTED_ISSUE } from './pin-state.ts';

export function formatPinList(issues: readonly PinIssue[]): string {
  return issues
    .flatMap(({ title, pins }) => [
      `# ${title.replace(/\s+/g, ' ').trim() || UNSORTED_ISSUE}`,
      ...pins.flatMap(({ address, digest, note }) => [
        digest === null ? address : `${address} ${digest}`,
        ...(note === null ? [] : note.split(/\r\n?|\n/).map((line) => `> ${line}`)),
      ]),
      '',
    ])
    .join('\n');
}

/** Null if a line cannot be understood: the server then says which. */
export function readPinList(text: string): PinIssue[] | null {
  const issues: { title: string; pins: Pin[] }[] = [];
  for (const line of text.split(/\r\n?|\n/).map((one) => one.trim())) {
    const pins = issues.at(-1)?.pins ?? [];
    const last = pins.at(-1);
    if (line.startsWith('#')) {
      const title = line.replace(/^#+\s*/, '');
      if (title === '') return null;
      issues.push({ title, pins: [] });
    } else if (line.startsWith('>')) {
      if (last === undefined) return null;
      const note = line.replace(/^> ?/, '');
      pins[pins.length - 1] = { ...last, note: last.note === null ? note : `${last.note}\n${note}` };
    } else {
      const read = readPins(line);
      if (read === null) return null;
      if (read.length > 0 && issues.length === 0) issues.push({ title: UNSORTED_ISSUE, pins: [] });
      issues.at(-1)?.pins.push(...read);
    }
  }
  return issues;
}

function readPins(line: string): Pin[] | null {
  const pins: Pin[] = [];
  for (const word of line.split(/[\s,;]+/).filter((one) => one !== '')) {
    const last = pins.at(-1);
    const address = word.replace(/^https?:\/\/[^/]+\//, '').replace(/%23/, '#');
    if (/^[0-9a-f]{16}$/.test(word) && last !== undefined) pins[pins.length - 1] = { ...last, digest: word };
    else if (isPassageAddress(address)) pins.push({ address, digest: null, note: null, text: null });
    else return null;
  }
  return pins;
}
