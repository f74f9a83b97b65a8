import { formatAddress } from '../../domain/address.ts';
import type { CheckedSentence, QuotePiece, QuotePlace, QuoteVerdict } from '../../domain/quote-check.ts';
import { describeYears } from '../../domain/selection.ts';
import { markedReportAddress } from '../addresses.ts';
import { formatCount } from '../plain-words.ts';

export const VERDICT_WORDS: Readonly<Record<QuoteVerdict, string>> = {
  verbatim: 'Word for word',
  near: 'Nearly',
  'not-found': 'Not found here',
  'too-short': 'Too short to tell',
};

const SIGNS: Readonly<Record<QuoteVerdict, string>> = {
  verbatim: '=',
  near: '≈',
  'not-found': '×',
  'too-short': '…',
};

/** Places that are seen at once. */
const FEW_PLACES = 6;

/** Words of a sentence by which it is marked in its report. */
const MARKED_WORDS = 12;

/** A sentence and where it stands. */
export function QuoteSentence({ checked }: { readonly checked: CheckedSentence }) {
  const { sentence, verdict, nearest } = checked;
  return (
    <li class={`quote-item ${verdict}`}>
      <p class="quote-verdict">
        <span class="quote-sign" aria-hidden="true">
          {SIGNS[verdict]}
        </span>{' '}
        <strong>{VERDICT_WORDS[verdict]}</strong>
        {describeWhere(checked)}
      </p>
      <blockquote>{nearest === null ? sentence.text : <QuotePieces pieces={nearest.pieces} />}</blockquote>
      <Places checked={checked} />
    </li>
  );
}

/** Both texts as one: struck through what only the pasted one has, underlined what only the report has. */
export function QuotePieces({ pieces }: { readonly pieces: readonly QuotePiece[] }) {
  return (
    <>
      {pieces.map(({ kind, text }, i) => (
        <>
          {i > 0 ? ' ' : ''}
          {kind === 'same' ? text : kind === 'pasted' ? <del>{text}</del> : <ins>{text}</ins>}
        </>
      ))}
    </>
  );
}

function describeWhere({ verdict, editions, placeCount, nearest }: CheckedSentence): string {
  if (verdict === 'not-found' || verdict === 'too-short') return '';
  const passages = placeCount === 1 ? '' : `, ${formatCount(placeCount, 'passage')}`;
  const score = nearest === null ? '' : `, ${Math.round(nearest.score * 100)} of 100 words in common`;
  return ` in the ${editions.length === 1 ? 'edition' : 'editions'} ${describeYears(editions)}${passages}${score}`;
}

function Places({ checked }: { readonly checked: CheckedSentence }) {
  const { places, placeCount } = checked;
  if (places.length === 0) return null;
  const query = checked.verdict === 'verbatim' ? toQuery(checked.sentence.text) : '';
  const rest = places.slice(FEW_PLACES);
  return (
    <>
      <ul class="quote-places">
        {places.slice(0, FEW_PLACES).map((place) => (
          <Place place={place} query={query} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{formatCount(placeCount - FEW_PLACES, 'more passage')}</summary>
          <ul class="quote-places">
            {rest.map((place) => (
              <Place place={place} query={query} />
            ))}
          </ul>
          {placeCount > places.length ? (
            <p class="hint">
              {formatCount(placeCount - places.length, 'passage')} more; a search for the sentence between
              quotation marks gives all.
            </p>
          ) : null}
        </details>
      )}
    </>
  );
}

function Place({ place, query }: { readonly place: QuotePlace; readonly query: string }) {
  const { report, section, number } = place;
  return (
    <li>
      <a href={markedReportAddress(place.report, { text: query, spellings: true }, place)}>
        {report.areaName}, {report.edition}
      </a>{' '}
      <span class="quote-address">
        {formatAddress({ edition: report.edition, area: report.area, section, passage: number })}
      </span>
    </li>
  );
}

/** The sentence's beginning as a phrase, if it stands there without what quoting puts in. */
function toQuery(text: string): string {
  const plain = text.split(/[[(…]|\. ?\./u)[0] ?? '';
  const words = plain
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MARKED_WORDS);
  return words.length < 4 ? '' : `"${words.join(' ').replaceAll(/["“”]/g, '')}"`;
}
