import type { ComparisonView } from '../../domain/comparison-view.ts';
import { describeUse } from '../../domain/corrected-comparison.ts';
import { correctionsAddress } from '../addresses.ts';
import type { CompareQuestion } from '../compare-question.ts';

const DONE_WORDS = {
  saved: 'Your correction is saved.',
  known: 'A correction that stands says so already; nothing was changed.',
} as const;

/** Whether readers' corrections are used, with the way to the other result and to the list. */
export function CorrectionsUse({
  view,
  question: { area, from, to, done },
  addressWith,
}: {
  readonly view: ComparisonView;
  readonly question: Pick<CompareQuestion, 'area' | 'from' | 'to' | 'done'>;
  /** This page with the corrections, or without. */
  readonly addressWith: (used: boolean) => string;
}) {
  const use = describeUse(view);
  const { used } = view.corrections;
  return (
    <>
      {done === null ? null : (
        <p class="done-note" role="status">
          {DONE_WORDS[done]}
        </p>
      )}
      <p class={use === null ? 'corrections-use screen-only' : 'corrections-use'}>
        {use === null ? null : <strong>{use}</strong>}{' '}
        <span class="screen-only">
          {use === null && used ? null : (
            <>
              <a href={addressWith(!used)}>
                {used ? 'Show the automatic result' : 'Show the result with corrections'}
              </a>
              {' · '}
            </>
          )}
          <a href={correctionsAddress(area, from, to)}>
            {use === null ? 'Corrections of this alignment' : 'See the corrections, or withdraw one'}
          </a>
        </span>
      </p>
    </>
  );
}
