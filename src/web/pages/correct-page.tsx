import type { Pair } from '../../domain/comparison.ts';
import {
  type ComparisonView,
  findSection,
  listPassages,
  nameOtherSide,
  pairId,
  passageAddress,
  type Side,
} from '../../domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../../domain/corrected-comparison.ts';
import { LONGEST_NAME, LONGEST_NOTE } from '../../domain/correction.ts';
import { describePair, formatScore, nameReport, nameSection, nameSide } from '../../domain/describe-pair.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Problem } from '../../domain/problem.ts';
import { areaAddress, comparisonAddress, correctionsAddress } from '../addresses.ts';
import type { CompareQuestion } from '../compare-question.ts';
import { Candidate, CorrectOption, Excerpt, optionValue } from '../components/correct-option.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import { READ_ONLY } from '../correction-guard.ts';
import { passageAddressIn } from '../passage-address.ts';
import { formatCount } from '../plain-words.ts';

/** The form as it was filled in. */
export interface CorrectTyped {
  readonly choice: string;
  readonly other: string;
  readonly also: boolean;
  readonly by: string;
  readonly note: string;
  /** What was looked for among the passages of the other report. */
  readonly words: string;
}

interface CorrectPageFacts {
  readonly question: CompareQuestion;
  readonly view: ComparisonView;
  readonly side: Side;
  readonly passage: Passage;
  readonly pair: Pair;
  /** What the passage is linked with now. */
  readonly partners: readonly Passage[];
  /** Others, the likest first. */
  readonly near: readonly { readonly passage: Passage; readonly score: number }[];
  readonly found: readonly Passage[];
  readonly foundCount: number;
  readonly typed: CorrectTyped;
  readonly problem: Problem | null;
  readonly action: string;
  /** Null: nothing can be changed from here. */
  readonly token: string | null;
}

/** One passage, what it is paired with, and what a reader can say against it. */
export function CorrectPage(facts: CorrectPageFacts) {
  const { question, view, side, passage, pair, problem, token } = facts;
  const { area, from, to } = question;
  const back = `${comparisonAddress(area, from, to)}#${pairId(view, pair)}`;
  return (
    <div class="wrap correct-page">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Countries and areas', '/areas'],
            [view.area.name, areaAddress(view.area)],
            [`${from.edition} and ${to.edition}`, back],
          ]}
        />
        <h1>Correct the alignment of {passageAddress(view, side, passage)}</h1>
      </header>
      {problem === null ? null : <Problems problem={problem} />}
      <section aria-labelledby="as-it-is">
        <h2 id="as-it-is">As it is now</h2>
        <p>{describePair(view, pair)}.</p>
        {listPairCorrections(view, pair).map((one) => (
          <p class="correction">{describeApplied(view, one)}</p>
        ))}
        {listPairCorrections(view, pair).length === 0 ? null : (
          <p>
            A correction is taken back in <a href={correctionsAddress(area, from, to)}>the list</a>; only then
            its opposite can be said.
          </p>
        )}
        <div class="correct-sides">
          <PairSide view={view} pair={pair} side="left" />
          <PairSide view={view} pair={pair} side="right" />
        </div>
      </section>
      {token === null ? <CommandLine {...facts} /> : <CorrectForm {...facts} token={token} />}
      <p>
        <a href={back}>Back to the comparison</a>
      </p>
    </div>
  );
}

/** Each problem leads to the field it is about. */
function Problems({ problem }: { readonly problem: Problem }) {
  const lines = problem.details.length === 0 ? [''] : problem.details;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="problems">
      <h2>{problem.message}</h2>
      <ul>
        {lines.map((line) => {
          const [, field = 'choice', text = line] = /^(by|note|other|choice): (.*)$/s.exec(line) ?? [];
          return (
            <li>
              <a href={`#correct-${field}`}>{text === '' ? 'To the form' : text}</a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function PairSide({ view, pair, side }: { view: ComparisonView; pair: Pair; side: Side }) {
  const passages = listPassages(view, pair, side);
  return (
    <div class="side">
      {passages.length === 0 ? (
        <p class="side-cite">
          <span class="side-year">{nameSide(view, side)}</span> not found
        </p>
      ) : (
        passages.map((passage) => (
          <>
            <Cite view={view} side={side} passage={passage} />
            <p class="side-text">{passage.text}</p>
          </>
        ))
      )}
    </div>
  );
}

function Cite({ view, side, passage }: { view: ComparisonView; side: Side; passage: Passage }) {
  return (
    <p class="side-cite">
      <span class="side-year">{nameSide(view, side)}</span>{' '}
      <a href={passageAddressIn(view)(side, passage)}>
        {passage.section}:{passage.number}
      </a>{' '}
      <span class="side-heading">{nameSection(findSection(view[side], passage))}</span>
    </p>
  );
}

function CorrectForm(facts: CorrectPageFacts & { readonly token: string }) {
  const { view, side, passage, partners, near, found, foundCount, typed, action, token } = facts;
  const otherSide = nameOtherSide(side);
  const own = `${passage.section}:${passage.number}`;
  const report = nameReport(view, otherSide);
  return (
    <>
      <form class="find-words" action={action} method="get" id="find">
        <input type="hidden" name={side} value={own} />
        <label for="correct-words">Find a passage of {report} by its words</label>
        <div>
          <input id="correct-words" name="words" type="search" value={typed.words} maxlength={200} />
          <button type="submit">Find</button>
        </div>
        {typed.words === '' ? null : (
          <p role="status">
            {foundCount === 0
              ? `No other passage of ${report} has all these words.`
              : `${formatCount(foundCount, 'passage')} ${foundCount === 1 ? 'has' : 'have'} all these words${foundCount > found.length ? `; the first ${found.length} are listed below` : ', listed below'}.`}
          </p>
        )}
      </form>
      <form class="correct-form" action={action} method="post">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name={side} value={own} />
        <input type="hidden" name="digest" value={passage.digest} />
        {typed.words === '' ? null : <input type="hidden" name="words" value={typed.words} />}
        <fieldset id="correct-choice">
          <legend>What is wrong?</legend>
          {partners.map((partner) => (
            <CorrectOption typed={typed} value={optionValue('part', partner)}>
              <strong>These two do not belong together:</strong> {own} and{' '}
              {passageAddress(view, otherSide, partner)}
              <Excerpt passage={partner} />
            </CorrectOption>
          ))}
          <p class="choice-head">
            It belongs together with{partners.length === 0 ? '' : ' another one'}, in {report}:
          </p>
          {found.map((one) => (
            <CorrectOption typed={typed} value={optionValue('pair', one)}>
              <Candidate view={view} side={otherSide} passage={one} said="found by its words" />
            </CorrectOption>
          ))}
          {near.map((one) => (
            <CorrectOption typed={typed} value={optionValue('pair', one.passage)}>
              <Candidate
                view={view}
                side={otherSide}
                passage={one.passage}
                said={`${formatScore(one.score)} alike`}
              />
            </CorrectOption>
          ))}
          <CorrectOption typed={typed} value="other">
            the passage with this address
          </CorrectOption>
          <div class="correct-other">
            <label for="correct-other">
              Address of a passage of {report}, such as {view[otherSide].passages[0]?.section ?? '1'}:1
            </label>
            <input id="correct-other" name="other" value={typed.other} maxlength={100} autocomplete="off" />
          </div>
        </fieldset>
        {partners.length === 0 ? null : (
          <label class="choice correct-also">
            <input type="checkbox" name="also" value="part" checked={typed.also} />
            <span>
              Where it belongs with another one: part it from{' '}
              {partners.map((one) => passageAddress(view, otherSide, one)).join(', ')}. Without this it keeps
              both, as a passage that was split or merged.
            </span>
          </label>
        )}
        <div class="correct-signature">
          <label for="correct-by">Your name, or any other (optional)</label>
          <input
            id="correct-by"
            name="by"
            value={typed.by}
            maxlength={LONGEST_NAME}
            autocomplete="name"
            aria-describedby="correct-by-hint"
          />
          <p class="hint" id="correct-by-hint">
            It is kept with the correction and shown to every reader. Nobody checks it; left empty, it says
            “anonymous”.
          </p>
          <label for="correct-note">Why, in a few words (optional)</label>
          <textarea id="correct-note" name="note" rows={2} maxlength={LONGEST_NOTE}>
            {typed.note === '' ? '' : `\n${typed.note}`}
          </textarea>
        </div>
        <button type="submit" class="primary">
          Save the correction
        </button>
        <p class="hint">
          It is kept in this library and shown as a correction, with the automatic result beside it. It can be
          withdrawn at any time.
        </p>
      </form>
    </>
  );
}

/** Where nothing can be changed: what to type instead. */
function CommandLine({ view, side, passage, partners }: CorrectPageFacts) {
  const otherSide = nameOtherSide(side);
  const own = passageAddress(view, side, passage);
  const other = partners[0] === undefined ? 'ADDRESS' : passageAddress(view, otherSide, partners[0]);
  return (
    <section aria-labelledby="command-line">
      <h2 id="command-line">To correct it</h2>
      <p>{READ_ONLY}</p>
      {partners.length === 0 ? null : (
        <p>
          <code class="typed-command">
            variorum correct part '{own}' '{other}' --by 'YOUR NAME'
          </code>
        </p>
      )}
      <p>
        <code class="typed-command">variorum correct pair '{own}' 'ADDRESS' --by 'YOUR NAME'</code>
      </p>
      <p class="hint">
        ADDRESS is that of a passage of {nameReport(view, otherSide)}; it stands beside each in the
        comparison.
      </p>
    </section>
  );
}
