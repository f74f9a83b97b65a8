import { describe, expect, it } from 'vitest';
import { formatPacketList, parsePacketList } from '../../src/domain/packet-list.ts';
import { formatPinList, readPinList } from '../../src/web/client/pin-list.ts';

const LIST = `# Torture in custody
2021/vel@0123456789ab#1.c:4 00112233445566ff
> See also 2024,
> and the film.
2021/vel#6/women:1

# Nexus
2024/vel#1.c:1
`;

describe('the list of a packet', () => {
  it('has issues, passages, digests and notes, and is written as it was read', () => {
    const issues = parsePacketList(LIST);
    expect(issues).toEqual([
      {
        title: 'Torture in custody',
        pins: [
          {
            address: '2021/vel@0123456789ab#1.c:4',
            digest: '00112233445566ff',
            note: 'See also 2024,\nand the film.',
          },
          { address: '2021/vel#6/women:1', digest: null, note: null },
        ],
      },
      { title: 'Nexus', pins: [{ address: '2024/vel#1.c:1', digest: null, note: null }] },
    ]);
    expect(formatPacketList(issues)).toBe(LIST);
  });

  it('takes links, and several addresses in a line, under no issue', () => {
    expect(parsePacketList('https://example.org/2021/vel%231.c:4, 2021/vel#1.c:5')).toEqual([
      {
        title: 'Pinned passages',
        pins: [
          { address: '2021/vel#1.c:4', digest: null, note: null },
          { address: '2021/vel#1.c:5', digest: null, note: null },
        ],
      },
    ]);
  });

  it('is refused with every line that cannot be understood', () => {
    expect(() => parsePacketList('> whose?\n#\n2021/vel\n2021/vel#1.c:4\nsee above')).toThrow(
      expect.objectContaining({
        details: [
          'line 1: a note stands below the passage it is on.',
          'line 2: an issue has no name; write what is in dispute behind the #.',
          'line 3: “2021/vel” is not the address of a passage, such as 2021/mli#1.c:4.',
          'line 5: “see” is not the address of a passage, such as 2021/mli#1.c:4.',
          'line 5: “above” is not the address of a passage, such as 2021/mli#1.c:4.',
        ],
      }),
    );
  });

  it.each([LIST, 'https://example.org/2021/vel%231.c:4, 2021/vel#1.c:5', '', '## A\r\n2021/vel#1.c:4\r\n>b'])(
    'is read in the browser as on the server: %j',
    (text) => {
      const inBrowser = readPinList(text) ?? [];
      expect(
        inBrowser.map(({ title, pins }) => ({ title, pins: pins.map(({ text: _, ...pin }) => pin) })),
      ).toEqual(parsePacketList(text));
      expect(formatPinList(inBrowser)).toBe(formatPacketList(parsePacketList(text)));
    },
  );

  it.each(['> whose?', '#', '2021/vel', 'see above', '2021/vel#1.c:4 see'])(
    'nor is %j understood there',
    (text) => {
      expect(readPinList(text)).toBeNull();
      expect(() => parsePacketList(text)).toThrow();
    },
  );
});
