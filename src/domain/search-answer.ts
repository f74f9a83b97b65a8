import type { AreaId } from './area.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { Passage } from './passage.ts';
import type { ReportHead } from './report.ts';
import type { Section } from './section.ts';
import type { TopicId } from './topic.ts';

/** A stretch of a text; UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A passage that a search found. */
export interface Hit {
  readonly report: ReportHead;
  /** The section it stands in, behind those above it. */
  readonly path: readonly Section[];
  readonly passage: Passage;
  /** What the query speaks of in its text, in order, apart from each other. */
  readonly ranges: readonly TextRange[];
}

/** How many hits have one value of a facet. */
export interface FacetCount<T> {
  readonly value: T;
  readonly passages: number;
}

/** Hits by edition, area, region and topic; each as if its own filter were not set. Only values that have hits. */
export interface SearchFacets {
  readonly editions: readonly FacetCount<number>[];
  readonly areas: readonly FacetCount<AreaId>[];
  readonly regions: readonly FacetCount<string>[];
  readonly topics: readonly FacetCount<TopicId>[];
}

/** What a count is to be read against: all that the filters leave, whether the query finds it or not. */
export interface Denominator {
  readonly reports: number;
  readonly passages: number;
  readonly words: number;
}

/** A related spelling that widened a search. */
export interface SearchWidening {
  readonly group: string;
  readonly typed: string;
  readonly added: readonly string[];
}

/** The words that counted as one: by their stem alone, which joins "execution" and "executive" too. */
export interface CountedForms {
  /** As typed or added, lower case, without diacritics. */
  readonly word: string;
  /** Those that the library has, the word itself first if it is among them. */
  readonly forms: readonly string[];
}

/** How a query was understood. */
export interface SearchedQuery {
  /** As typed. */
  readonly text: string;
  /** Every operator written out; null: no words, all passages under the filters. */
  readonly searched: string | null;
  /** Filters among the words, each to be joined to the others with AND. */
  readonly typedFilters: readonly string[];
  /** All of it as one query, to be typed again for the same hits; empty if nothing was typed. */
  readonly understood: string;
  readonly notes: readonly string[];
  readonly widenings: readonly SearchWidening[];
  /** For each word looked for with its forms; those in quotation marks or with an asterisk have none. */
  readonly forms: readonly CountedForms[];
}

/** What a search comes to, in numbers that can be repeated. */
export interface SearchCount {
  readonly query: SearchedQuery;
  readonly passages: number;
  readonly reports: number;
  readonly denominator: Denominator;
  readonly library: LibraryStamp;
}

/** One piece of all that a search finds: the count first, then every hit. */
export type SearchItem =
  | { readonly kind: 'count'; readonly count: SearchCount }
  | { readonly kind: 'hit'; readonly hit: Hit };

/** What leaving something out would give. */
export interface SearchRelief {
  /** "without “food”", "in all editions" */
  readonly label: string;
  /** The canonical query string of the search without it. */
  readonly query: string;
  readonly passages: number;
}

/** Hits to be written out as they are read. */
export interface HitList {
  readonly count: SearchCount;
  /** The search's canonical query string. */
  readonly address: string;
  /** The filters beside the query, its order and whether related spellings were looked for, as data. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** How many of the hits are written: all, or the first of them. */
  readonly given: number;
  /** Where nothing was found: what leaving out one thing would give. */
  readonly reliefs: readonly SearchRelief[];
  readonly hits: AsyncIterable<Hit>;
}
