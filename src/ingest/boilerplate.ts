/** Why words of a page's body may be left out of the report; every use is counted and shown. */
export interface BoilerplateRule {
  readonly id: string;
  readonly reason: string;
}

/** A block as any reader of the page sees it; `classes` are those of the elements around it, outermost first. */
export interface BlockSeen {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly text: string;
}

interface Rule extends BoilerplateRule {
  /** The block stands in an element with this class. */
  readonly within?: string;
  /** The block's whole text. */
  readonly text?: RegExp;
  /** Only these elements. */
  readonly tags?: readonly string[];
}

/**
 * The allow-list. A rule takes a whole block or nothing, so no sentence of a report can fall under it by halves.
 */
const RULES: readonly Rule[] = [
  {
    id: 'tags',
    reason: 'The publisher’s site lists its own subject tags beneath the report.',
    within: 'report__tags',
  },
  {
    id: 'section-navigation',
    reason: 'Links to the separate pages about parts of the area stand above or below the text.',
    // The phrase alone, or with the pages' names behind a colon: a sentence that begins so has a full stop.
    text: /^(?:read (?:a )?section|in this section)(?:: [^.]{1,200})?$/iu,
  },
  {
    id: 'section-navigation',
    reason: 'Links to the separate pages about parts of the area stand above or below the text.',
    within: 'stars-above',
  },
  {
    id: 'marking',
    reason: 'A marking of the publisher’s drafting system was left on the page.',
    text: /^sensitive but(?: u(?:nclassified)?)?$/iu,
  },
  {
    id: 'template-title',
    reason: 'The template’s own title for the summary was never filled in.',
    text: /^executive summary title$/iu,
  },
  {
    id: 'page-field',
    reason: 'A page-number field of a word processor was left on the page.',
    text: /^[A-Z][A-Z ]* PAGE \\?\* ?MERGEFORMAT \d+$/u,
  },
  {
    id: 'fragment-heading',
    reason: 'A heading was cut to a fragment that says nothing.',
    text: /^INT$/u,
    tags: ['h3', 'h4', 'h5'],
  },
  {
    id: 'stray-chapter-line',
    reason: 'The next chapter’s heading is printed once more as the last line of the summary.',
    text: /^Section 1\. Respect for the Integrity of the Person(?:, Including Freedom from:?)?$/u,
    tags: ['p'],
  },
];

/** The rule by which a block is no text of the report, or null. */
export function findBoilerplate(block: BlockSeen): BoilerplateRule | null {
  for (const rule of RULES) {
    if (rule.within !== undefined) {
      const { within } = rule;
      if (!block.classes.some((classes) => classes.split(/\s+/).includes(within))) continue;
    }
    if (rule.tags !== undefined && !rule.tags.includes(block.tag)) continue;
    if (rule.text !== undefined && !rule.text.test(block.text)) continue;
    return rule;
  }
  return null;
}

/** Every rule once, for showing. */
export function listBoilerplateRules(): BoilerplateRule[] {
  const seen = new Map(RULES.map(({ id, reason }) => [id, { id, reason }]));
  return [...seen.values()];
}
