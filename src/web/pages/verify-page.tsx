import type { Problem } from '../../domain/problem.ts';
import { isVerified, type VerifiedFile, type VerifiedPassage } from '../../domain/verified-file.ts';
import {
  describeVerdict,
  listClaims,
  PASSAGE_VERDICT_WORDS,
} from '../../workbench/verify/render-verified.ts';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { QuotePieces, QuoteSentence } from '../components/quote-sentence.tsx';
import { formatNumber } from '../plain-words.ts';

/** Passages that are listed; the counts are of all. */
const MOST_LISTED = 300;

/** The look of each verdict is that of a checked quotation. */
const LOOKS = { stands: 'verbatim', differs: 'near', missing: 'not-found', unknown: 'not-found' } as const;

/** A field for a file, and what was found of it. */
export function VerifyPage({
  file,
  problem,
  megabytes,
}: {
  readonly file: VerifiedFile | null;
  readonly problem: Problem | null;
  readonly megabytes: number;
}) {
  return (
    <div class="wrap search-page quote-page">
      <header class="page-head search-head">
        <h1>Verify a file</h1>
        {file === null ? (
          <p class="lead">
            Choose a report made with Variorum, or any document that quotes the reports. Each passage is laid
            beside this library, letter for letter.
          </p>
        ) : null}
      </header>
      {problem === null ? null : <ProblemSummary problem={problem} field="file" anchor="verify-file" />}
      <form class="quote-form" action="/verify" method="post" enctype="multipart/form-data">
        <label for="verify-file">File to verify</label>
        <input
          id="verify-file"
          name="file"
          type="file"
          required
          accept=".html,.json,.jsonl,.csv,.md,.txt,.docx,.epub,.pdf"
          aria-describedby="verify-hint"
        />
        <div class="quote-form-foot">
          <button type="submit" class="primary">
            Verify
          </button>
          <p class="hint" id="verify-hint">
            HTML, JSON, JSON Lines, CSV, Markdown, plain text, Word, EPUB or PDF, up to {megabytes} MB. The
            file is read by the program that shows this page, on the machine it runs on; it goes nowhere else
            and is not kept.
          </p>
        </div>
      </form>
      {file === null ? null : <Results file={file} />}
    </div>
  );
}

function Results({ file }: { readonly file: VerifiedFile }) {
  const { passages, counts, sentences } = file;
  const odd = passages.filter(({ verdict }) => verdict !== 'stands');
  return (
    <section class="quote-results" aria-labelledby="results">
      <h2 id="results">{isVerified(file) ? 'Everything stands' : 'What was found'}</h2>
      <p>{describeVerdict(file)}</p>
      <ul class="quote-counts">
        {(['stands', 'differs', 'missing', 'unknown'] as const)
          .filter((verdict) => counts[verdict] > 0)
          .map((verdict) => (
            <li class={LOOKS[verdict]}>
              <b>{formatNumber(counts[verdict])}</b> {PASSAGE_VERDICT_WORDS[verdict].toLowerCase()}
            </li>
          ))}
      </ul>
      <ul class="notes">
        {listClaims(file).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {odd.length === 0 ? null : (
        <>
          <h3>Passages that do not stand</h3>
          <p class="hint">
            <del>Struck through</del> is only in the file, <ins>underlined</ins> is only in this library.
          </p>
          <ol class="quote-list" aria-label="Passages that do not stand">
            {odd.slice(0, MOST_LISTED).map((passage) => (
              <OddPassage passage={passage} />
            ))}
          </ol>
        </>
      )}
      {sentences.length === 0 ? null : (
        <>
          <h3>Sentences outside those passages</h3>
          <ol class="quote-list" aria-label="Sentences outside those passages">
            {sentences.slice(0, MOST_LISTED).map((checked) => (
              <QuoteSentence checked={checked} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function OddPassage({ passage }: { readonly passage: VerifiedPassage }) {
  const { address, verdict, note, pieces } = passage;
  return (
    <li class={`quote-item ${LOOKS[verdict]}`}>
      <p class="quote-verdict">
        <strong>{PASSAGE_VERDICT_WORDS[verdict]}</strong>{' '}
        {verdict === 'unknown' ? (
          <span class="quote-address">{address}</span>
        ) : (
          <a class="quote-address" href={`/${address}`}>
            {address}
          </a>
        )}
      </p>
      {note === null ? null : <p>{note}</p>}
      {pieces === null ? null : (
        <blockquote>
          <QuotePieces pieces={pieces} />
        </blockquote>
      )}
    </li>
  );
}
