import type { Area } from './area.ts';
import type { Edition } from './edition.ts';
import type { GapGroup } from './gap.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { Passage } from './passage.ts';
import type { ReportHead, ReportId } from './report.ts';
import type { Section } from './section.ts';
import type { SectionChoice, Selection, SelectionDescription } from './selection.ts';

/** Why something asked for is not there. */
export type GapReason =
  | 'not-published'
  | 'published-not-held'
  | 'no-such-section-in-edition'
  | 'no-such-section-in-report';

/** Something asked for that is not there, and why. */
export interface Gap extends ReportId {
  /** Null where the whole report is missing. */
  readonly choice: SectionChoice | null;
  readonly reason: GapReason;
}

/** A heading of an excerpt with the passages directly beneath it that were asked for. */
export interface ExcerptSection {
  readonly section: Section;
  /** Printed only to show where the asked-for sections beneath it belong. */
  readonly context: boolean;
  readonly passages: readonly Passage[];
}

/** What a publication takes from one report. */
export interface Excerpt {
  readonly report: ReportHead;
  /** False: the library has a newer text of this report. */
  readonly newest: boolean;
  readonly edition: Edition;
  readonly area: Area;
  /** With order `section`: the choice this excerpt answers; otherwise null. */
  readonly choice: SectionChoice | null;
  /** "Mali, 2021"; with order `section` "Prison and detention conditions: Mali, 2021". */
  readonly heading: string;
  readonly sections: readonly ExcerptSection[];
  /** What was asked of this report and is not in it. */
  readonly gaps: readonly Gap[];
}

/** One line of a publication's table of contents. */
export interface ContentsEntry {
  readonly report: ReportHead;
  readonly edition: Edition;
  readonly area: Area;
  readonly choice: SectionChoice | null;
  /** As the excerpt's. */
  readonly heading: string;
  readonly passages: number;
  readonly words: number;
}

/**
 * A resolved selection: what it comes to, and its text on demand, excerpt by excerpt, in order. Numbers and
 * excerpts agree because both come from the same resolved list.
 */
export interface Publication {
  readonly selection: Selection;
  /** The canonical query string; of an older version of a report, which no selection gives, its address. */
  readonly query: string;
  readonly description: SelectionDescription;
  readonly library: LibraryStamp;
  /** Distinct reports that give at least one passage. */
  readonly reports: number;
  readonly passages: number;
  readonly words: number;
  /** One entry for each excerpt, in the same order. */
  readonly contents: readonly ContentsEntry[];
  /** All gaps: whole reports missing, and sections missing in reports held. */
  readonly gaps: readonly Gap[];
  /** The same gaps in few lines, for readers. */
  readonly gapGroups: readonly GapGroup[];
  /** Reads the text; may be called again. */
  readExcerpts(): AsyncIterable<Excerpt>;
}

/** A publication with its text, as a plain value that can be handed to another thread. */
export interface GatheredPublication extends Omit<Publication, 'readExcerpts'> {
  readonly excerpts: readonly Excerpt[];
}

/** Reads the whole text, for formats that cannot begin before they have it all. */
export async function gatherPublication(publication: Publication): Promise<GatheredPublication> {
  const { readExcerpts: _, ...rest } = publication;
  const excerpts: Excerpt[] = [];
  for await (const excerpt of publication.readExcerpts()) excerpts.push(excerpt);
  return { ...rest, excerpts };
}
