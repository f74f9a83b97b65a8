/** A piece of a citation and how it is set. An address is set plainly, and may be followed. */
export interface CitationRun {
  readonly kind: 'plain' | 'italic' | 'small-caps' | 'address';
  readonly text: string;
}

/** The forms in which a citation can be had as a sentence. */
export type ProseStyle =
  | 'bluebook'
  | 'bluebook-law-review'
  | 'eoir'
  | 'oscola'
  | 'coi'
  | 'apa'
  | 'apa-in-text'
  | 'chicago-note'
  | 'chicago-bibliography'
  | 'mla'
  | 'mla-in-text';

/** The forms that programs which manage references read. */
export type DataStyle = 'bibtex' | 'biblatex' | 'ris' | 'csl-json';

export type CitationStyle = ProseStyle | DataStyle;

/** The names of the styles, in the order for readers. */
export const PROSE_STYLES: Readonly<Record<ProseStyle, string>> = {
  bluebook: 'Bluebook, court documents',
  'bluebook-law-review': 'Bluebook, law reviews',
  eoir: 'US immigration court (EOIR)',
  oscola: 'OSCOLA',
  coi: 'Country-of-origin information (COI)',
  apa: 'APA 7, reference list',
  'apa-in-text': 'APA 7, in the text',
  'chicago-note': 'Chicago 17, note',
  'chicago-bibliography': 'Chicago 17, bibliography',
  mla: 'MLA 9, works cited',
  'mla-in-text': 'MLA 9, in the text',
};

export const DATA_STYLES: Readonly<Record<DataStyle, string>> = {
  bibtex: 'BibTeX',
  biblatex: 'BibLaTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
};

export const CITATION_STYLES = [
  ...Object.keys(PROSE_STYLES),
  ...Object.keys(DATA_STYLES),
] as readonly CitationStyle[];

export function isDataStyle(style: CitationStyle): style is DataStyle {
  return style in DATA_STYLES;
}

/** Null for a name that is none. */
export function findCitationStyle(name: string): CitationStyle | null {
  const wanted = name.trim().toLowerCase();
  return CITATION_STYLES.find((style) => style === wanted) ?? null;
}
