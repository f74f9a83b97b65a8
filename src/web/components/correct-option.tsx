import type { Child } from 'hono/jsx';
import { type ComparisonView, findSection, type Side } from '../../domain/comparison-view.ts';
import { nameSection } from '../../domain/describe-pair.ts';
import type { Passage } from '../../domain/passage.ts';

/** What the form sends for a choice: the text is named too, for another may stand there by then. */
export function optionValue(kind: 'pair' | 'part', { section, number, digest }: Passage): string {
  return `${kind}:${section}:${number}~${digest}`;
}

/** One of the things that can be said of a pair. */
export function CorrectOption({
  typed,
  value,
  children,
}: {
  readonly typed: { readonly choice: string };
  readonly value: string;
  readonly children?: Child;
}) {
  return (
    <label class="choice">
      <input type="radio" name="choice" value={value} checked={typed.choice === value} />
      <span>{children}</span>
    </label>
  );
}

export function Candidate({
  view,
  side,
  passage,
  said,
}: {
  readonly view: ComparisonView;
  readonly side: Side;
  readonly passage: Passage;
  readonly said: string;
}) {
  return (
    <>
      <strong>
        {passage.section}:{passage.number}
      </strong>
      , {said} <span class="side-heading">{nameSection(findSection(view[side], passage))}</span>
      <Excerpt passage={passage} />
    </>
  );
}

const LONGEST_EXCERPT = 400;

export function Excerpt({ passage: { text } }: { readonly passage: Passage }) {
  const cut = text.lastIndexOf(' ', LONGEST_EXCERPT);
  return (
    <span class="choice-text">
      {text.length <= LONGEST_EXCERPT ? text : `${text.slice(0, cut > 0 ? cut : LONGEST_EXCERPT)} …`}
    </span>
  );
}
