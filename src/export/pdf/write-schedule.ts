import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Packet, PinnedPassage } from '../../domain/packet.ts';
import { UNOFFICIAL_NOTICE } from '../../domain/report-facts.ts';
import { PageReferences, writeAside } from './packet-prelude.ts';
import { typstCall, typstMarked, typstString } from './typst-text.ts';
import { writeCitation } from './write-citation.ts';
import { writePacketEnd } from './write-packet-end.ts';
import { WHAT_A_PACKET_IS } from './write-packet-front.ts';
import { writeHeading } from './write-sections.ts';

/** What stands on every foot: pages counted, and against which number. */
export function scheduleFoot(pageLimit: number | null): string {
  const most = pageLimit === null ? '""' : typstString(` (at most ${pageLimit})`);
  return `context align(center,text(8.5pt,"Page "+str(counter(page).get().first())+" of "+str(counter(page).at(<schedule-end>).first())+${most}))`;
}

/**
 * A country schedule: extracts under the issue they bear on, each with its source, date, place and hyperlink (Practice
 * Direction of 1 November 2024, 10.6). What verifies it stands behind it and is not counted.
 */
export function writeSchedule(packet: Packet, digests: readonly EditionDigest[]): string {
  const { issues } = packet;
  let source =
    '#title()\n#grid(columns:(1fr,1fr),column-gutter:2em,blank(width:100%,"Appellant"),blank(width:100%,"Appeal number"))\n';
  const notice = UNOFFICIAL_NOTICE.replace('address above', 'address under each extract');
  source += typstCall('small', typstString(WHAT_A_PACKET_IS), `strong(${typstString(notice)})`);
  for (const [i, { title, pins }] of issues.entries()) {
    source += writeHeading(1, `Issue ${i + 1}: ${title}`);
    source += pins.map((pin) => writeExtract(packet, pin)).join('');
  }
  source +=
    '#mk("schedule-end")\n#set page(footer:context align(center,text(8.5pt,"Verification of the schedule")))\n';
  return source + writePacketEnd(packet, new PageReferences(packet.request.numbering, new Map()), digests);
}

function writeExtract({ tabs }: Packet, pin: PinnedPassage): string {
  const tab = tabs[pin.tab];
  if (tab === undefined) return '';
  const { report, edition } = tab;
  const { passage, sectionName, address, remark } = pin;
  let source = writeHeading(2, `${pin.number}. ${report.areaName}, ${edition.year}: ${sectionName}`);
  source += typstCall(
    'hl',
    typstString(String(passage.number)),
    typstString(`◀ ${pin.number}`),
    typstMarked(passage.text, passage.marks),
  );
  const cited = { report, edition, newest: tab.version === null };
  source += `#small({${writeCitation(cited, 'oscola')};${typstString(` Passage ${address}.`)}})\n`;
  if (remark !== null) source += typstCall('small', `strong(${typstString(remark)})`);
  if (pin.pin.note !== null) source += writeAside(pin.pin.note);
  return source;
}
