/** Words and phrases that name one thing and that a reader who types one of them wants to find all of. */
export interface SpellingGroup {
  readonly id: string;
  /** `spelling`: written in two ways; `name`: a thing with two names; `abbreviation`: short and long. */
  readonly kind: 'spelling' | 'name' | 'abbreviation';
  /**
   * At least two. A form in quotation marks, `"United Nations"`, is met and looked for exactly as written; any other
   * stands for its English word forms too.
   */
  readonly forms: readonly string[];
  /** Why they belong together, where that is not plain. */
  readonly note: string | null;
}
