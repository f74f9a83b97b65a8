import type { SectionKey } from './section.ts';

/** What kinds of oddity the reader knows, each with the sentence that explains it. */
export const FINDING_KINDS = {
  'repeated-label': 'A section label is printed twice in the report',
  'missing-section': 'A chapter that the edition’s outline has is not on the page',
  'unlabelled-chapter': 'A chapter stands on the page without its printed number',
  'chapter-from-subheading': 'A chapter is opened by a heading of a lower level',
  'subsection-as-chapter': 'A lettered subsection stands as a chapter of its own',
  'subsection-from-lower-heading': 'A lettered subsection is printed in a heading of a lower level',
  'label-out-of-order': 'A letter does not follow the one before it',
  'promoted-run-in-label': 'A run-in label is printed as a heading',
  'heading-in-paragraph': 'A heading is printed as a plain paragraph',
  'heading-behind-break': 'A heading or label stands behind a line break inside a paragraph',
  'unmarked-run-in-label': 'A run-in label is printed without markup',
  'break-as-paragraph': 'Line breaks inside one paragraph separate several',
  'address-in-heading': 'An address is glued to a heading',
  'sentence-in-heading': 'A sentence of the text is printed inside a heading',
  'continued-subsection': 'A block without a heading continues the subsection before it',
  'summary-moved': 'The executive summary is not in the first container',
  'outline-lost': 'The page has lost its headings; they were recovered from the text',
  'unmapped-heading': 'A heading for which the crosswalk has no topic',
  'empty-section': 'A heading with no text beneath it',
  'repeated-text': 'A longer passage is printed twice in the report',
  boilerplate: 'Words on the page that are not part of the report were left out',
  'title-without-edition': 'The page’s title does not name the year',
  'title-spelling': 'The page’s title spells the area’s name differently',
  'slug-not-identity': 'The address or file name does not name the area',
  'archive-address': 'The page came through a web archive; its rewritten addresses were restored',
  'no-canonical-address': 'The page does not state its official address; it was found by other signs',
  'unclosed-markup': 'The page’s markup is broken; no word is affected',
  'dead-image': 'An image without text was left out',
  'odd-character': 'Characters that cannot be seen or look like others stand in the text',
  'list-or-table': 'A list or table stands in the text',
} as const;

export type FindingKind = keyof typeof FINDING_KINDS;

/** Something odd met while reading a page; kept with the report and shown. */
export interface Finding {
  readonly kind: FindingKind;
  /** The section in which it was met, or null for the page as a whole. */
  readonly section: SectionKey | null;
  /** What exactly, in a few words: a heading, a count. Never a sentence of the report. */
  readonly detail: string;
  /** How often, where one finding stands for several of a kind. */
  readonly count: number;
}
