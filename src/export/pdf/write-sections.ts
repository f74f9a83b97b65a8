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
  /** The label of the headings that the running head looks for. */
  readonly label: string;
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
      writeHeading(level, headingText(section).trim() || section.key, frame.label) + (frame.mark?.() ?? '');
    if (passages.length > 0) source += typstCall('addr', typstString(address));
    source += writePassages(passages, frame);
  }
  return source;
}

/** A heading that readers list among the bookmarks. */
export function writeHeading(level: number, text: string, label: string | null = null): string {
  return `#heading(level:${level},${typstString(text)})${label === null ? '' : `<${label}>`}\n`;
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
