import { parseAddress } from './address.ts';
import type { PacketIssue, PacketPin } from './packet.ts';
import { Problem } from './problem.ts';

/** What stands over passages that were pinned under no issue. */
export const UNSORTED_ISSUE = 'Pinned passages';

/**
 * Reads the passages of a packet as lines: `# An issue`, below it one passage a line or several with commas between,
 * each an address (or its link), which its digest may follow; `> a note` on the passage above. The client’s
 * pin-list.ts reads the same.
 * @throws Problem invalid-input, naming every line that cannot be understood
 */
export function parsePacketList(text: string): PacketIssue[] {
  const problems: string[] = [];
  const issues: { title: string; pins: PacketPin[] }[] = [];
  for (const [i, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.trim();
    const say = (problem: string): void => void problems.push(`line ${i + 1}: ${problem}`);
    if (line.startsWith('#')) {
      const title = line.replace(/^#+\s*/, '');
      if (title === '') say('an issue has no name; write what is in dispute behind the #.');
      issues.push({ title, pins: [] });
    } else if (line.startsWith('>')) {
      const pins = issues.at(-1)?.pins ?? [];
      const last = pins.at(-1);
      const note = line.replace(/^> ?/, '');
      if (last === undefined) say('a note stands below the passage it is on.');
      else pins[pins.length - 1] = { ...last, note: last.note === null ? note : `${last.note}\n${note}` };
    } else {
      const pins = readPins(line, say);
      if (pins.length > 0 && issues.length === 0) issues.push({ title: UNSORTED_ISSUE, pins: [] });
      issues.at(-1)?.pins.push(...pins);
    }
  }
  if (problems.length > 0) {
    throw new Problem('invalid-input', 'The list of passages cannot be understood.', problems);
  }
  return issues;
}

/** The same as lines again. */
export function formatPacketList(issues: readonly PacketIssue[]): string {
  return issues
    .flatMap(({ title, pins }) => [`# ${title.replace(/\s+/g, ' ')}`, ...pins.flatMap(formatPin), ''])
    .join('\n');
}

function formatPin({ address, digest, note }: PacketPin): string[] {
  return [
    digest === null ? address : `${address} ${digest}`,
    ...(note === null ? [] : note.split('\n').map((line) => `> ${line}`)),
  ];
}

function readPins(line: string, say: (problem: string) => void): PacketPin[] {
  const pins: PacketPin[] = [];
  for (const word of line.split(/[\s,;]+/).filter((one) => one !== '')) {
    const last = pins.at(-1);
    const address = readAddress(word);
    if (/^[0-9a-f]{16}$/.test(word) && last !== undefined) pins[pins.length - 1] = { ...last, digest: word };
    else if (address !== null) pins.push({ address, digest: null, note: null });
    else say(`“${word.slice(0, 60)}” is not the address of a passage, such as 2021/mli#1.c:4.`);
  }
  return pins;
}

/** The address of a passage, or a link to it: `https://…/2021/mli@0123456789ab#1.c:4`. */
function readAddress(word: string): string | null {
  const address = word.replace(/^https?:\/\/[^/]+\//, '').replace(/%23/, '#');
  try {
    return parseAddress(address).passage === null ? null : address;
  } catch {
    return null;
  }
}
