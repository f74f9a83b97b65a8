import type { Move, PassageLink, ReportText } from './comparison.ts';

/** A link between passages of neighbouring editions, with whether the later one had moved. */
export interface LineageLink extends PassageLink {
  readonly moved: Move | null;
}

/** What a lineage needs of one comparison: small, without text, worth keeping by version and algorithm. */
export interface NeighbourLinks extends NeighbourFacts {
  readonly left: ReportName;
  readonly right: ReportName;
}

/** The same without the reports' names. */
export interface NeighbourFacts {
  readonly links: readonly LineageLink[];
  /** Passages of the left report that the right one lacks. */
  readonly gone: readonly UnlinkedPassage[];
  /** Passages of the right report that the left one lacks. */
  readonly come: readonly UnlinkedPassage[];
}

/** A passage without a link, and what it is recognised by if a later edition has it again. */
export interface UnlinkedPassage {
  readonly order: number;
  readonly digest: string;
  /** Numbers for some of its runs of four words, ascending; none if it is too short to be recognised. */
  readonly runs: Int32Array;
}

export interface ReportName extends Pick<ReportText, 'edition' | 'area' | 'version'> {
  readonly passageCount: number;
}

/** A passage in the report of one edition. */
export interface PassagePlace {
  readonly edition: number;
  readonly order: number;
}

/**
 * How a passage came out of an earlier one, or what became of it: in the neighbouring edition, or, if the editions
 * between lack it, in a later one that has it again. Then it has no mark of moving, and its score is an estimate.
 */
export interface LineageTurn extends PassagePlace {
  readonly same: boolean;
  readonly score: number;
  readonly moved: Move | null;
}

/** A passage in its place between the editions. */
export interface LineagePassage extends PassagePlace {
  /** The passage of an earlier edition of which it is most the later form, or null: it is new. */
  readonly previous: LineageTurn | null;
  /** The passage of a later edition in which it is most found again, or null: it is gone, or the edition is the last. */
  readonly next: LineageTurn | null;
  /** Edition in which the statement was first reported, however worded. */
  readonly first: number;
  /** Edition since which the passage stands word for word, without a break. */
  readonly since: number;
  /** Editions held from `since` to this one, both counted. */
  readonly editionsUnchanged: number;
  /** Edition in which the statement was last reported. */
  readonly last: number;
}

/** The passages of all editions of one area that are held, each in its place. */
export interface AreaLineage {
  readonly area: string;
  /** Oldest first. */
  readonly reports: readonly ReportName[];
  /** For each report its passages in order. */
  readonly passages: readonly (readonly LineagePassage[])[];
}
