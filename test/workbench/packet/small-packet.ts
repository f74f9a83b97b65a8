import type { Packet, PacketRequest } from '../../../src/domain/packet.ts';
import { parsePacketFile } from '../../../src/domain/packet-file.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Section } from '../../../src/domain/section.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { openEditions } from '../compare/small-editions.ts';
import { makeReport, type ShortSection } from '../small-library.ts';

export const CHOSEN = 'Wardens beat prisoners who asked for water, the ombudsman found in March.';
export const OTHER = 'The ministry dismissed two wardens and closed the oldest wing of the jail.';

const OUTLINE: readonly ShortSection[] = [
  {
    key: 'executive-summary',
    printed: 'Executive Summary',
    topic: 'executive-summary',
    texts: ['In short.'],
  },
  { key: '1', printed: 'Section 1. Integrity of the Person', topic: 'integrity', texts: [] },
  { key: '1.a', printed: 'a. Killings', topic: 'killings', texts: ['No killings were reported.'] },
  { key: '1.c', printed: 'c. Ill-treatment', topic: 'ill-treatment', texts: [CHOSEN, OTHER] },
  { key: '1.c/jails', printed: 'Jails', topic: 'jails', texts: ['Cells were full.', 'Food was scarce.'] },
  { key: '6', printed: 'Section 6. Unequal Treatment', texts: [] },
  { key: '6/women', printed: 'Women', topic: 'women', texts: ['A law on the matter was passed.'] },
];

/** The report on Velmora as it is told above. */
export function makeVelmora(edition = 2021): Report {
  const report = makeReport(edition, 'vel', OUTLINE);
  return { ...report, sections: report.sections.map(withLabel) };
}

/** "c. Ill-treatment" is printed with a label: `c.`, Ill-treatment. */
function withLabel(section: Section): Section {
  const [, label, heading] = /^(Section \d+\.|[a-z]\.) (.+)$/.exec(section.printed) ?? [];
  return label === undefined || heading === undefined ? section : { ...section, label, heading };
}

/** The same, captured earlier, with one more passage on ill-treatment. */
export function makeEarlierVelmora(): Report {
  const report = makeReport(
    2021,
    'vel',
    OUTLINE.map((one) =>
      one.key === '1.c' ? { ...one, texts: [CHOSEN, OTHER, 'A third thing, later taken out.'] } : one,
    ),
  );
  return { ...report, provenance: { ...report.provenance, capturedAt: '2022-05-01T00:00:00.000Z' } };
}

/** A packet with these pins under one issue. */
export function makeRequest(
  pins: readonly (string | { address: string; digest?: string; note?: string })[],
  more: Record<string, unknown> = {},
): PacketRequest {
  return parsePacketFile(
    JSON.stringify({
      format: 'variorum-packet',
      version: 1,
      title: 'Velmora: conditions',
      issues: [
        {
          title: 'Torture in custody',
          pins: pins.map((pin) => (typeof pin === 'string' ? { address: pin } : pin)),
        },
      ],
      ...more,
    }),
  );
}

/** A workbench over Velmora 2021 and 2024. */
export function openVelmora(
  reports: readonly Report[] = [makeVelmora(), makeVelmora(2024)],
): Promise<Workbench> {
  return openEditions(reports);
}

export async function buildSmall(...asked: Parameters<typeof makeRequest>): Promise<Packet> {
  return (await openVelmora()).buildPacket(makeRequest(...asked));
}
