import type { MappingRelation, TopicId } from './topic.ts';

/** One reviewed rule that takes printed headings to a topic. The first rule that matches decides. */
export interface CrosswalkRule {
  /** Regular expression on the normalised heading. */
  readonly pattern: string;
  /** Regular expression that one of the headings above must match, nearest first. */
  readonly under?: string;
  /** Regular expression that no heading above may match. */
  readonly notUnder?: string;
  /** Null: not a heading of the report at all (navigation, leftovers of the publisher's system). */
  readonly topic: TopicId | null;
  readonly relation: MappingRelation | null;
  readonly reason: string;
  /** The editions for which the rule holds; all where absent. */
  readonly editions?: readonly number[];
}

/** What the crosswalk says of a heading: a topic, "not a heading", or nothing. */
export type CrosswalkAnswer =
  | {
      readonly kind: 'topic';
      readonly topic: TopicId;
      readonly relation: MappingRelation;
      readonly rule: CrosswalkRule;
    }
  | { readonly kind: 'not-a-heading'; readonly rule: CrosswalkRule }
  | { readonly kind: 'unmapped' };

/** The reviewed rules, ready to be asked. */
export interface Crosswalk {
  readonly rules: readonly CrosswalkRule[];
  /**
   * @param heading as printed
   * @param above the headings above it, nearest first
   */
  ask(heading: string, above: readonly string[], edition: number): CrosswalkAnswer;
}

/** Headings and answers that a crosswalk remembers; hostile pages must not make it grow for ever. */
const MOST_REMEMBERED = 20_000;

/** Compiles the rules. Answers are remembered, since editions repeat the same few hundred headings. */
export function buildCrosswalk(rules: readonly CrosswalkRule[]): Crosswalk {
  const compiled = rules.map((rule) => ({
    rule,
    pattern: new RegExp(rule.pattern, 'u'),
    under: rule.under === undefined ? null : new RegExp(rule.under, 'u'),
    notUnder: rule.notUnder === undefined ? null : new RegExp(rule.notUnder, 'u'),
  }));
  const remembered = new Map<string, CrosswalkAnswer>();
  const plainForms = new Map<string, string>();
  const makePlain = (heading: string): string => {
    const known = plainForms.get(heading);
    if (known !== undefined) return known;
    const plain = normaliseHeading(heading);
    if (plainForms.size < MOST_REMEMBERED) plainForms.set(heading, plain);
    return plain;
  };
  const decide = (heading: string, above: readonly string[], edition: number): CrosswalkAnswer => {
    for (const { rule, pattern, under, notUnder } of compiled) {
      if (!pattern.test(heading)) continue;
      if (rule.editions !== undefined && !rule.editions.includes(edition)) continue;
      if (under !== null && !above.some((one) => under.test(one))) continue;
      if (notUnder !== null && above.some((one) => notUnder.test(one))) continue;
      if (rule.topic === null || rule.relation === null) return { kind: 'not-a-heading', rule };
      return { kind: 'topic', topic: rule.topic, relation: rule.relation, rule };
    }
    return { kind: 'unmapped' };
  };
  return {
    rules,
    ask(heading, above, edition) {
      const plain = makePlain(heading);
      const plainAbove = above.map(makePlain);
      const key = `${edition}\n${plain}\n${plainAbove.join('\n')}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const answer = decide(plain, plainAbove, edition);
      if (remembered.size < MOST_REMEMBERED) remembered.set(key, answer);
      return answer;
    },
  };
}

/**
 * The heading as the rules see it: white space and dashes made plain, an address glued to its front, the label
 * ("Section 1.", "a.") and closing punctuation dropped, straight apostrophes, lower case.
 */
export function normaliseHeading(heading: string): string {
  return heading
    .replace(/[\u200B-\u200F\u00AD\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .trim()
    .replace(/^https?:\/\/[^\s]*?\/(?=[A-Za-z]\.? |[A-Z])/u, '')
    .replace(/^section \d+\s*\.?\s*/i, '')
    .replace(/^[a-z]\s*\.\s*/i, '')
    .replace(/[\s.:;,]+$/u, '')
    .toLowerCase();
}
