/** What a document is laid out for. */
export type Paper = 'letter' | 'a4';

export const PAPERS: readonly Paper[] = ['letter', 'a4'];

/** What a document is laid out for where nothing is said: the reports are filed in the United States most. */
export const USUAL_PAPER: Paper = 'letter';
