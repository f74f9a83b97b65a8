import { citedTitle } from '../../domain/citation.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Packet, PacketTab, PinnedPassage } from '../../domain/packet.ts';
import type { Passage } from '../../domain/passage.ts';
import type { ReportHead } from '../../domain/report.ts';
import { listReportFacts, noticeFor } from '../../domain/report-facts.ts';
import { placeOf } from './packet-prelude.ts';
import { typstAddress, typstCall, typstMarked, typstString } from './typst-text.ts';
import { writeCitation } from './write-citation.ts';
import { writeHeading, writeSections } from './write-sections.ts';

/** Some sections of one tab, by their places in it: what a packet may be split between. */
export interface PacketUnit {
  readonly tab: number;
  readonly from: number;
  readonly to: number;
}

/** Each lettered section or chapter with what is beneath it; a heading without text stays with what follows it. */
export function listUnits({ tabs }: Packet): PacketUnit[] {
  return tabs.flatMap(({ sections }, tab) => {
    const starts = sections.flatMap(({ section }, i) => {
      const follows = (sections[i - 1]?.passages.length ?? 0) > 0;
      return i === 0 || (section.depth <= 2 && follows) ? [i] : [];
    });
    return starts.map((from, i) => ({ tab, from, to: starts[i + 1] ?? sections.length }));
  });
}

/** The tabs, or parts of them, one behind the other; each tab begins a page with its cover. */
export function writePacketBody(packet: Packet, units: readonly PacketUnit[]): string {
  const pinsOf = groupPins(packet);
  let source = '';
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i];
    const tab = unit === undefined ? undefined : packet.tabs[unit.tab];
    if (unit === undefined || tab === undefined) continue;
    const isFirst = units[i - 1]?.tab !== unit.tab;
    if (isFirst) source += writeTabHead(tab, unit.tab, unit.from > 0);
    source += writeUnit(tab, unit, pinsOf);
  }
  return source;
}

function writeTabHead(tab: PacketTab, index: number, continued: boolean): string {
  const { letter, report, edition } = tab;
  const name = nameTab(tab);
  const foot = `foot(${typstString(`Tab ${letter}`)})`;
  const head = `#set page(footer:${foot})\n`;
  if (continued) return head + writeHeading(1, `${name} (continued)`, `${name} (continued)`);
  let source = `${head}${writeHeading(1, name, name)}#mk("${placeOf.tab(index)}")\n`;
  source += typstCall('say', `text(13pt,strong(${typstString(titleOf(tab))}))`);
  source += writeFacts(report, edition);
  source += typstCall('say', `strong(${typstString(noticeFor(report))})`);
  return `${source}${typstCall('say', `{"Cite as: ";${writeCitation({ ...tab, newest: tab.version === null }, 'bluebook')}}`)}#pagebreak()\n`;
}

/** "Tab A: Mali, 2021" */
function nameTab({ letter, report, edition }: PacketTab): string {
  return `Tab ${letter}: ${report.areaName}, ${edition.year}`;
}

/** The full name: pages of some editions call themselves by the country's name alone. */
export function titleOf({ report, edition }: Pick<PacketTab, 'report' | 'edition'>): string {
  return citedTitle({ series: edition.title, areaName: report.areaName, sample: report.sample });
}

/** What a report is, who released it when, where and when it was captured. */
export function writeFacts(report: ReportHead, edition: Edition): string {
  return typstCall(
    'facts',
    ...listReportFacts(report, edition).flatMap(({ label, value, href }) => [
      `strong(${typstString(label)})`,
      href === null ? writeValue(value) : typstAddress(value),
    ]),
  );
}

/** A hash is longer than the column at the size of the rest. */
function writeValue(value: string): string {
  return /^[0-9a-f]{64}$/.test(value) ? `hex(${typstString(value)})` : typstString(value);
}

function writeUnit(
  packetTab: PacketTab,
  { tab, from, to }: PacketUnit,
  pinsOf: ReadonlyMap<string, readonly PinnedPassage[]>,
): string {
  const { report, version, sections } = packetTab;
  let place = from;
  return writeSections(sections.slice(from, to), {
    report,
    version,
    part: nameTab(packetTab),
    above: 1,
    draw: (passage) => drawPassage(passage, tab, pinsOf.get(`${tab}:${passage.order}`) ?? []),
    mark: () => {
      const id = placeOf.section(tab, place);
      place += 1;
      return `#mk("${id}")\n`;
    },
  });
}

function drawPassage(passage: Passage, tab: number, pins: readonly PinnedPassage[]): string {
  const bullet = passage.kind === 'list-item' ? '"• ";' : '';
  const text = `{mk("${placeOf.passage(tab, passage.order)}");${bullet}${typstMarked(passage.text, passage.marks)}}`;
  const number = typstString(String(passage.number));
  if (pins.length === 0) return typstCall('p', number, text);
  const issues = [...new Set(pins.map(({ issue }) => issue))].join(', ');
  return typstCall('hl', number, typstString(`◀ Issue ${issues}`), text);
}

function groupPins({ issues }: Packet): ReadonlyMap<string, PinnedPassage[]> {
  const groups = new Map<string, PinnedPassage[]>();
  for (const pin of issues.flatMap(({ pins }) => pins)) {
    const key = `${pin.tab}:${pin.passage.order}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pin]);
    else group.push(pin);
  }
  return groups;
}
