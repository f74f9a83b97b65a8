import { formatAddress } from '../../domain/address.ts';
import type { Packet, PacketTab, PinnedPassage } from '../../domain/packet.ts';
import type { Passage } from '../../domain/passage.ts';
import { formatDay, noticeFor, UNOFFICIAL_NOTICE } from '../../domain/report-facts.ts';
import { countOf, headingText } from '../front-matter.ts';
import { type PageReferences, placeOf, writeAside } from './packet-prelude.ts';
import { typstCall, typstString } from './typst-text.ts';
import { titleOf, writeFacts } from './write-packet-body.ts';
import { writeHeading } from './write-sections.ts';

/** Whose hand the rest of the cover waits for. */
export const CAPTION = ['In the matter of', 'File number', 'Submitted by', 'Exhibit'];

export const WHAT_A_PACKET_IS =
  'Passages of annual Country Reports on Human Rights Practices, chosen by whoever submits this. Made with Variorum, which is no government service; each report names its official address.';

/** Cover, contents, index of what is highlighted, and what was not chosen. */
export function writePacketFront(packet: Packet, refs: PageReferences): string {
  return [
    writeCover(packet),
    writeContents(packet, refs),
    writeIndex(packet, refs),
    writeUnchosen(packet, refs),
  ].join('');
}

function writeCover({ request, tabs }: Packet): string {
  let source = '#title()\n';
  source += CAPTION.map((what) => typstCall('blank', typstString(what))).join('');
  source += '#v(1.5em)\n';
  const [only, ...others] = tabs;
  if (only !== undefined && others.length === 0) {
    source +=
      typstCall('say', `strong(${typstString(titleOf(only))})`) + writeFacts(only.report, only.edition);
  } else {
    for (const tab of tabs) source += typstCall('say', typstString(describeTab(tab)));
  }
  const whole =
    request.body === 'sections'
      ? 'Whole sections are reproduced; what was chosen in them is highlighted.'
      : 'The passages chosen are reproduced, without those that stand between them.';
  source += typstCall('say', typstString(`${WHAT_A_PACKET_IS} ${whole}`));
  const notice =
    only !== undefined && others.length === 0
      ? noticeFor(only.report)
      : UNOFFICIAL_NOTICE.replace('address above', 'address under each tab');
  return source + typstCall('say', `strong(${typstString(notice)})`);
}

/** On the cover of several reports: each has its own page with all of this and more. */
function describeTab({ letter, report, edition }: PacketTab): string {
  const { releaseDate } = edition;
  return [
    `Tab ${letter}: ${report.areaName}, edition of ${edition.year}`,
    `covers events of ${edition.coversEventsOf}`,
    ...(releaseDate === null || report.sample ? [] : [`released ${formatDay(releaseDate)}`]),
    ...(report.provenance.capturedAt === null ? [] : [`captured ${formatDay(report.provenance.capturedAt)}`]),
  ].join(', ');
}

function writeContents({ tabs }: Packet, refs: PageReferences): string {
  let source = `#pagebreak()\n${writeHeading(1, 'Contents')}`;
  const row = (depth: number, text: string, id: string): string =>
    typstCall('row', String(depth), typstString(text), refs.write(id));
  source += row(0, 'Index of highlighted passages', 'index') + row(0, 'Passages not chosen', 'unchosen');
  for (const [i, { letter, report, edition, sections }] of tabs.entries()) {
    source += row(0, `Tab ${letter}: ${report.areaName}, ${edition.year}`, placeOf.tab(i));
    for (const [k, { section }] of sections.entries()) {
      if (section.depth <= 2) {
        source += row(section.depth, headingText(section).trim() || section.key, placeOf.section(i, k));
      }
    }
  }
  return source + row(0, 'How to verify this packet', placeOf.verification);
}

function writeIndex({ issues, tabs }: Packet, refs: PageReferences): string {
  let source = `#pagebreak()\n${writeHeading(1, 'Index of highlighted passages')}#mk("index")\n`;
  for (const [i, { title, pins }] of issues.entries()) {
    source += writeHeading(2, `Issue ${i + 1}: ${title}`);
    for (const pin of pins) source += writePin(pin, tabs[pin.tab], refs);
  }
  return source;
}

function writePin(pin: PinnedPassage, tab: PacketTab | undefined, refs: PageReferences): string {
  const { passage, sectionName, address, remark } = pin;
  const where = `Tab ${tab?.letter ?? ''}, ${tab?.report.areaName ?? ''} ${tab?.edition.year ?? ''}, ${sectionName} (${address})`;
  let source = typstCall(
    'row',
    '0',
    `{strong(${typstString(`${pin.number}. `)});${typstString(`“${openingWords(passage)}” `)};text(8.5pt,${typstString(where)})}`,
    refs.write(placeOf.passage(pin.tab, passage.order)),
  );
  if (remark !== null) source += typstCall('small', `strong(${typstString(remark)})`);
  if (pin.pin.note !== null) source += writeAside(pin.pin.note);
  return source;
}

/** Listed and not judged: whether any of it matters is the reader's to say. */
function writeUnchosen({ request, tabs }: Packet, refs: PageReferences): string {
  let source = `${writeHeading(1, 'Passages not chosen')}#mk("unchosen")\n`;
  source += typstCall(
    'say',
    '"Passages of the same reports, on the same topics, that were not chosen. They are listed, and not judged."',
  );
  for (const [i, { letter, report, edition, version, unchosen, sections }] of tabs.entries()) {
    source += writeHeading(2, `Tab ${letter}: ${report.areaName}, ${edition.year}`);
    if (unchosen.length === 0) source += typstCall('say', '"None."');
    const inBody = new Set(sections.flatMap(({ passages }) => passages.map(({ order }) => order)));
    for (const { topic, passages } of unchosen) {
      source += typstCall('topic', typstString(`${topic}: ${countOf(passages.length, 'passage')}`));
      for (const passage of passages) {
        const { edition: year, area } = report;
        const address = formatAddress({
          edition: year,
          area,
          version,
          section: passage.section,
          passage: passage.number,
        });
        const page =
          request.form === 'us' && inBody.has(passage.order)
            ? refs.write(placeOf.passage(i, passage.order))
            : '"not in this file"';
        source += typstCall(
          'row',
          '0',
          `text(8.5pt,${typstString(`${address}: “${openingWords(passage)}”`)})`,
          `text(8.5pt,${page})`,
        );
      }
    }
  }
  return source;
}

/** The first words of a passage, enough to know it by. */
export function openingWords({ text }: Pick<Passage, 'text'>, most = 14): string {
  const words = text.split(/\s+/);
  return words.length <= most ? text : `${words.slice(0, most).join(' ')} …`;
}
