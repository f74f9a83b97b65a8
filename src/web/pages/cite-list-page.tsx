import type { Citation } from '../../domain/citation.ts';
import { PROSE_STYLES, type ProseStyle } from '../../domain/citation-style.ts';
import { renderCitation } from '../../workbench/cite/render-citations.ts';
import { CITE_FILES, citePlaceAddress } from '../cite-addresses.ts';
import { CitationLine } from '../components/citations.tsx';
import { formatCount } from '../plain-words.ts';

/** More than so many have no button each: they are copied from the file or by hand. */
const MOST_BUTTONS = 50;

/** Many citations in one style. */
export function CiteListPage({
  citations,
  title,
  address,
  hidden,
  pins,
  style,
}: {
  readonly citations: readonly Citation[];
  readonly title: string;
  /** Of this page, without the style. */
  readonly address: string;
  /** What the form for the style hands on. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  /** The places, if they were chosen one by one; else null. */
  readonly pins: readonly string[] | null;
  readonly style: ProseStyle;
}) {
  const [path = '', query] = address.split('?');
  const records = listDistinct(citations, style);
  return (
    <div class="wrap cite-page">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="counts">{formatCount(records.length, 'citation')}</p>
      </header>
      <form method="get" action={path} class="cite-form screen-only">
        {pins === null ? (
          hidden.map(([name, value]) => <input type="hidden" name={name} value={value} />)
        ) : (
          <p>
            <label for="pins">Addresses of reports, sections or passages, with commas between</label>
            <textarea
              id="pins"
              name="pins"
              rows={3}
              spellcheck={false}
              placeholder="2021/mli#1.c:3, 2022/mli"
            >
              {pins.join(', ')}
            </textarea>
          </p>
        )}
        <p>
          <label for="style">Style</label>{' '}
          <select id="style" name="style">
            {Object.entries(PROSE_STYLES).map(([id, name]) => (
              <option value={id} selected={id === style}>
                {name}
              </option>
            ))}
          </select>{' '}
          <button type="submit">Show</button>
        </p>
      </form>
      {records.length === 0 ? null : (
        <>
          <ol class="cite-list">
            {records.map((citation, i) => (
              <li>
                <CitationLine
                  citation={citation}
                  style={style}
                  id={`cite-${i + 1}`}
                  button={records.length <= MOST_BUTTONS}
                />{' '}
                <a
                  class="screen-only"
                  href={citePlaceAddress(citation.address)}
                  aria-label={`Other styles of ${citation.addressText}`}
                >
                  Other styles
                </a>
              </li>
            ))}
          </ol>
          <p class="cite-files screen-only">
            All of them as a file:{' '}
            {[...CITE_FILES, TEXT].map(({ ending, name }, i) => (
              <>
                {i === 0 ? null : ', '}
                <a href={`${path}.${ending}${query === undefined ? '' : `?${query}`}`} download>
                  {name}
                </a>
              </>
            ))}
          </p>
        </>
      )}
    </div>
  );
}

const TEXT = { ending: 'txt', name: 'every style as text' };

/** A bibliography names a report once, however many of its passages are cited. */
function listDistinct(citations: readonly Citation[], style: ProseStyle): readonly Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of citations) {
    const text = renderCitation(citation, style)
      .map((run) => run.text)
      .join('');
    // In the text of an essay, two reports of one year may look the same.
    const key = style.endsWith('in-text') ? `${text} ${citation.addressText}` : text;
    if (!seen.has(key)) seen.set(key, citation);
  }
  return [...seen.values()];
}
