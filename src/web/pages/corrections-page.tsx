import type { Address } from '../../domain/address.ts';
import {
  type Correction,
  formatMoment,
  type JudgedPassage,
  KIND_WORDS,
  LONGEST_NAME,
  nameJudged,
} from '../../domain/correction.ts';
import {
  type CorrectionList,
  describeListTitle,
  type ListedCorrection,
  STATE_WORDS,
  WHAT_CORRECTIONS_ARE,
} from '../../domain/correction-list.ts';
import type { Problem } from '../../domain/problem.ts';
import { areaAddress, comparisonAddress, reportAddress } from '../addresses.ts';
import { Crumbs } from '../components/crumbs.tsx';
import { DataLinks } from '../components/data-links.tsx';
import { formatCount } from '../plain-words.ts';

export interface WithdrawalTyped {
  readonly id: string;
  readonly by: string;
}

/** Where a withdrawal is sent, and what it must bring. */
interface Withdrawal {
  readonly action: string;
  readonly token: string;
}

/** Corrections, the standing ones first, each with who and when. */
export function CorrectionsPage({
  list,
  address,
  typed,
  problem,
  isDone,
  withdrawal,
}: {
  readonly list: CorrectionList;
  readonly address: string;
  readonly typed: WithdrawalTyped | null;
  readonly problem: Problem | null;
  /** True just after one was withdrawn. */
  readonly isDone: boolean;
  /** Null: nothing can be changed from here. */
  readonly withdrawal: Withdrawal | null;
}) {
  const standing = list.corrections.filter(({ state }) => state !== 'withdrawn');
  const withdrawn = list.corrections.filter(({ state }) => state === 'withdrawn');
  const item = (one: ListedCorrection) => (
    <Item
      one={one}
      address={address}
      withdrawal={withdrawal}
      typed={typed?.id === one.correction.id ? typed : null}
    />
  );
  return (
    <div class="wrap narrow corrections-page">
      <header class="page-head">
        <Crumbs steps={listSteps(list, address)} />
        <h1>{describeListTitle(list)}</h1>
      </header>
      {problem === null ? null : (
        <div class="error-summary" role="alert" tabindex={-1}>
          <h2>{problem.message}</h2>
          <ul>
            {problem.details.map((line) => (
              <li>
                <a href={`#by-${typed?.id ?? ''}`}>{line.replace(/^by: /, '')}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isDone ? (
        <p class="done-note" role="status">
          The correction is withdrawn; it stays in the list.
        </p>
      ) : null}
      <p>{WHAT_CORRECTIONS_ARE}</p>
      <section aria-labelledby="standing">
        <h2 id="standing">{formatCount(standing.length, 'correction')} standing</h2>
        {standing.length === 0 ? <p class="nothing">Nobody has corrected anything here.</p> : null}
        <ol class="correction-list">{standing.map(item)}</ol>
      </section>
      {withdrawn.length === 0 ? null : (
        <section aria-labelledby="withdrawn">
          <h2 id="withdrawn">{formatCount(withdrawn.length, 'correction')} withdrawn</h2>
          <ol class="correction-list">{withdrawn.map(item)}</ol>
        </section>
      )}
      <p class="hint">
        The JSON can be brought into another library: <code>variorum correct import FILE</code>.
        {address === '/corrections' ? '' : ' All corrections of this library: '}
        {address === '/corrections' ? null : <a href="/corrections">corrections of all areas</a>}
      </p>
      <DataLinks address={address} />
    </div>
  );
}

function listSteps({ area }: CorrectionList, address: string): (readonly [string, string])[] {
  return area === null
    ? [['Compare', '/compare']]
    : [
        ['Countries and areas', '/areas'],
        [area.name, areaAddress(area)],
        ['Comparison', address.replace(/\/corrections$/, '')],
      ];
}

function Item({
  one: { correction, state, reason, now },
  address,
  withdrawal,
  typed,
}: {
  readonly one: ListedCorrection;
  readonly address: string;
  readonly withdrawal: Withdrawal | null;
  readonly typed: WithdrawalTyped | null;
}) {
  const { id, kind, left, right, by, at, note, withdrawn } = correction;
  const [older, newer] = nameJudged(correction);
  return (
    <li id={`correction-${id}`} tabindex={-1}>
      <p class="correction-said">
        <PassageLink passage={left} name={older} />{' '}
        <strong>
          {KIND_WORDS[kind]} {kind === 'pair' ? 'with' : 'from'}
        </strong>{' '}
        <PassageLink passage={right} name={newer} />
      </p>
      <p class="correction-facts">
        By {by}, <time datetime={at}>{formatMoment(at)}</time>; {STATE_WORDS[state]}
        {reason === null ? '' : `: ${reason}`}
        {now === null ? null : (
          <>
            {' · '}
            <a href={pairAddress(correction, now)}>See the pair</a>
          </>
        )}
        {' · '}
        <code>{id}</code>
      </p>
      {note === null ? null : <p class="correction-note">“{note}”</p>}
      {withdrawn === null ? null : (
        <p class="correction-facts">
          Withdrawn by {withdrawn.by}, <time datetime={withdrawn.at}>{formatMoment(withdrawn.at)}</time>
        </p>
      )}
      {withdrawn !== null || withdrawal === null ? null : (
        <details class="withdraw" open={typed !== null}>
          <summary>
            Withdraw<span class="unseen"> correction {id}</span>
          </summary>
          <form action={withdrawal.action} method="post">
            <input type="hidden" name="token" value={withdrawal.token} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="back" value={address} />
            <label for={`by-${id}`}>Your name, or any other (optional)</label>
            <div>
              <input
                id={`by-${id}`}
                name="by"
                value={typed?.by ?? ''}
                maxlength={LONGEST_NAME}
                autocomplete="name"
              />
              <button type="submit">
                Withdraw it<span class="unseen">: {id}</span>
              </button>
            </div>
          </form>
        </details>
      )}
    </li>
  );
}

/** Leads to the text that was judged, in its version. */
function PassageLink({ passage, name }: { readonly passage: JudgedPassage; readonly name: string }) {
  const { section, passage: number, version } = passage;
  return <a href={`${reportAddress(passage, version)}#${section}:${number}`}>{name}</a>;
}

function pairAddress({ left }: Correction, now: { readonly left: Address; readonly right: Address }): string {
  const { left: older, right: newer } = now;
  const address = comparisonAddress(
    left.area,
    { edition: older.edition, version: older.version },
    { edition: newer.edition, version: newer.version },
    'show=all',
  );
  return `${address}#from-${older.section}:${older.passage}`;
}
