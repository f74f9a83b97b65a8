import { formatAddress } from '../../domain/address.ts';
import type { Passage } from '../../domain/passage.ts';
import type { ExcerptSection } from '../../domain/publication.ts';
import type { ReportId, VersionId } from '../../domain/report.ts';
import { headingText } from '../front-matter.ts';
import { typstArray, typstCall, typstMarked, typstString } from './typst-text.ts';

/** Where sections are set. */
export interface SectionFrame {
  readonly report: ReportId;
  /** Stands in the addresses where it is needed to find this very text. */
  readonly version: VersionId | null;
  /** The name of the part, as the running head shows it. */
  readonly part: string;
  /** The level of the heading above them. */
  readonly above: number;
  /** Draws a passage, or null for the ordinary way. */
  readonly draw: ((passage: Passage) => string) | null;
  /** What stands behind a heading, for each in turn. */
  readonly mark?: () => string;
}

/** Headings and passages in the order of the report, each heading with its address, each passage with its number. */
export function writeSections(sections: readonly ExcerptSection[], frame: SectionFrame): string {
  let source = '';
  let level = frame.above;
  for (const { section, passages } of sections) {
    // PDF/UA-1 (ISO 14289-1, 7.4.2) knows no heading that leaves out a level.
    level = Math.min(frame.above + section.depth, level + 1, 6);
    const { edition, area } = frame.report;
    const address = formatAddress({ edition, area, version: frame.version, section: section.key });
    source +=
      writeHeading(level, headingText(section).trim() || section.key, frame.part) + (frame.mark?.() ?? '');
    if (passages.length > 0) source += typstCall('addr', typstString(address));
    source += writePassages(passages, frame);
  }
  return source;
}

/**
 * A heading that readers list among the bookmarks.
 * @param part the name under which the running head shows it; empty: no running head from here on; null: it is not seen
 */
export function writeHeading(level: number, text: string, part: string | null = null): string {
  if (part === null) return `#heading(level:${level},${typstString(text)})\n`;
  const name = part === '' ? '[]' : `text(${typstString(part)})`;
  return `#heading(level:${level},supplement:${name},${typstString(text)})<h>\n`;
}

function writePassages(passages: readonly Passage[], { draw }: SectionFrame): string {
  let source = '';
  let items: string[] = [];
  const endList = (): void => {
    if (items.length > 0) source += typstCall('items', ...items);
    items = [];
  };
  for (const passage of passages) {
    if (draw === null && passage.kind === 'list-item') {
      items.push(typstArray([typstString(String(passage.number)), markText(passage)]));
      continue;
    }
    endList();
    source += draw === null ? writePassage(passage) : draw(passage);
  }
  endList();
  return source;
}

function writePassage(passage: Passage): string {
  return typstCall(
    passage.kind === 'note' ? 'note' : 'p',
    typstString(String(passage.number)),
    markText(passage),
  );
}

function markText({ text, marks }: Passage): string {
  return typstMarked(text, marks);
}
