import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import type { Problem } from '../../domain/problem.ts';
import type { CheckedSentence, QuoteCheck, QuoteVerdict } from '../../domain/quote-check.ts';
import { MOST_PASTED } from '../../workbench/search/check-quotes.ts';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { QuoteSentence, VERDICT_WORDS } from '../components/quote-sentence.tsx';
import type { Site } from '../document.tsx';
import { formatCount, formatNumber } from '../plain-words.ts';

const VERDICTS: readonly QuoteVerdict[] = ['verbatim', 'near', 'not-found', 'too-short'];

/** "According to the Department of State" stands in reports too, and says nothing about a brief. */
const FEWEST_TELLING = 8;

/** A box to paste into, and what was found of each sentence. */
export function QuotePage({
  site,
  text,
  check,
  problem,
}: {
  readonly site: Site;
  readonly text: string;
  readonly check: QuoteCheck | null;
  readonly problem: Problem | null;
}) {
  return (
    <div class="wrap search-page quote-page">
      <header class="page-head search-head">
        <h1>Check quotations</h1>
        {check === null ? (
          <p class="lead">
            Paste a sentence or a page of a brief. Each sentence is looked for in{' '}
            {formatCount(site.stamp.reports, 'report')}, word for word and nearly. A whole file, such as an
            exhibit, can be <a href="/verify">verified</a>.
          </p>
        ) : null}
      </header>
      {problem === null ? null : <ProblemSummary problem={problem} field="text" anchor="quote-text" />}
      <PasteForm text={text} small={check !== null} />
      {check === null ? null : <Results check={check} />}
    </div>
  );
}

function PasteForm({ text, small }: { readonly text: string; readonly small: boolean }) {
  return (
    <form class="quote-form" action="/quote" method="post">
      <label for="quote-text">Text to check</label>
      <textarea
        id="quote-text"
        name="text"
        rows={small ? 5 : 10}
        maxlength={MOST_PASTED}
        required
        spellcheck={false}
        autocomplete="off"
        aria-describedby="quote-hint"
      >
        {/* The first line's end of a text area is left out by whoever reads the page. */}
        {text === '' ? '' : `\n${text}`}
      </textarea>
      <div class="quote-form-foot">
        <button type="submit" class="primary">
          Check
        </button>
        <p class="hint" id="quote-hint">
          Up to {formatNumber(MOST_PASTED)} characters. What you paste is checked by the program that shows
          this page, on the machine it runs on, and is not kept.
        </p>
      </div>
    </form>
  );
}

function Results({ check }: { readonly check: QuoteCheck }) {
  const { sentences, counts, library } = check;
  const quoted = sentences.filter(({ sentence }) => sentence.quoted);
  const others = sentences.filter(({ sentence }) => !sentence.quoted);
  return (
    <section class="quote-results" aria-labelledby="results">
      <h2 id="results">{formatCount(sentences.length, 'sentence')} checked</h2>
      <ul class="quote-counts">
        {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => (
          <li class={verdict}>
            <b>{formatNumber(counts[verdict])}</b> {VERDICT_WORDS[verdict].toLowerCase()}
          </li>
        ))}
      </ul>
      <p class="denominator">
        Looked for in {formatCount(library.reports, 'report')} with {formatCount(library.words, 'word')};
        library version <code>{library.version}</code>
      </p>
      {counts['not-found'] > 0 ? (
        <p class="hint">
          “Not found here” says that no report of this library has the sentence, and nothing more: it may
          stand elsewhere, or in a report that is not held. {ABSENCE_NOTE}
        </p>
      ) : null}
      {counts.near > 0 ? (
        <p class="hint">
          Where a sentence stands nearly: <del>struck through</del> is only in what you pasted,{' '}
          <ins>underlined</ins> is only in the report.
        </p>
      ) : null}
      {quoted.length === 0 ? (
        <SentenceList name="Sentences" sentences={others} />
      ) : (
        <>
          <h3>Between quotation marks</h3>
          <SentenceList name="Sentences between quotation marks" sentences={quoted} />
          <Outside sentences={others} />
        </>
      )}
    </section>
  );
}

/** The writer's own words: shown where they stand in a report all the same, and folded where they do not. */
function Outside({ sentences }: { readonly sentences: readonly CheckedSentence[] }) {
  const isTelling = ({ sentence, places }: CheckedSentence): boolean =>
    places.length > 0 && sentence.text.split(/\s+/).length >= FEWEST_TELLING;
  const found = sentences.filter(isTelling);
  const rest = sentences.filter((checked) => !isTelling(checked));
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>Outside quotation marks</h3>
      {found.length === 0 ? null : (
        <SentenceList name="Sentences outside quotation marks that were found" sentences={found} />
      )}
      {rest.length === 0 ? null : (
        <details>
          <summary>{formatCount(rest.length, 'sentence')} not found here, or short</summary>
          <SentenceList name="Sentences outside quotation marks, not found or short" sentences={rest} />
        </details>
      )}
    </>
  );
}

function SentenceList({
  name,
  sentences,
}: {
  readonly name: string;
  readonly sentences: readonly CheckedSentence[];
}) {
  return (
    <ol class="quote-list" aria-label={name}>
      {sentences.map((checked) => (
        <QuoteSentence checked={checked} />
      ))}
    </ol>
  );
}
