/** Sheets a document can be set on: US Letter, 8.5 × 11 in, and A4, 210 × 297 mm (ISO 216). */
export const PAPERS = ['letter', 'a4'] as const;
export type Paper = (typeof PAPERS)[number];

/** What a document is laid out for where nothing is said: the reports are filed in the United States most. */
export const USUAL_PAPER: Paper = 'letter';

/** The paper of that name, in any case, or null. */
export function findPaper(name: string): Paper | null {
  const wanted = name.trim().toLowerCase();
  return PAPERS.find((paper) => paper === wanted) ?? null;
}
