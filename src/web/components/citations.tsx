import type { Citation } from '../../domain/citation.ts';
import { type CitationRun, PROSE_STYLES, type ProseStyle } from '../../domain/citation-style.ts';
import { renderCitation, renderRecords } from '../../workbench/cite/render-citations.ts';
import { CITE_FILES, citePlaceAddress } from '../cite-addresses.ts';

const STYLES = Object.keys(PROSE_STYLES) as ProseStyle[];

/** One place in every style, each to be copied, and as files for programs. */
export function Citations({
  citation,
  styles = STYLES,
}: {
  readonly citation: Citation;
  readonly styles?: readonly ProseStyle[];
}) {
  return (
    <dl class="citations">
      {styles.map((style) => (
        <div>
          <dt>{PROSE_STYLES[style]}</dt>
          <dd>
            <CitationLine citation={citation} style={style} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A citation and, with JavaScript, a button that copies it with its italics. */
export function CitationLine({
  citation,
  style,
  id = `cite-${style}`,
  button = true,
}: {
  readonly citation: Citation;
  readonly style: ProseStyle;
  readonly id?: string;
  readonly button?: boolean;
}) {
  return (
    <>
      <p class="cite-line" id={id}>
        {renderCitation(citation, style).map((run) => (
          <CitationPart run={run} />
        ))}
      </p>
      {button ? (
        <button
          type="button"
          class="quiet screen-only"
          data-copy={id}
          data-said="Citation copied"
          aria-label={`Copy: ${PROSE_STYLES[style]}`}
          hidden
        >
          Copy
        </button>
      ) : null}
    </>
  );
}

/** The same place as records. */
export function CitationFiles({ citation }: { readonly citation: Citation }) {
  return (
    <>
      <p class="cite-files screen-only">
        For Zotero, EndNote, JabRef and the like:{' '}
        {CITE_FILES.map(({ ending, name }, i) => (
          <>
            {i === 0 ? null : ', '}
            <a href={citePlaceAddress(citation.address, ending)} download>
              {name}
            </a>
          </>
        ))}
      </p>
      <details class="cite-record screen-only">
        <summary>The BibTeX record</summary>
        {/* It can be scrolled, so it must be reached by keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <pre id="cite-bibtex" tabindex={0}>
          {renderRecords([citation], 'bibtex')}
        </pre>
        <button type="button" class="quiet" data-copy="cite-bibtex" data-said="Record copied" hidden>
          Copy the record
        </button>
      </details>
    </>
  );
}

function CitationPart({ run: { kind, text } }: { readonly run: CitationRun }) {
  if (kind === 'italic') return <i>{text}</i>;
  if (kind === 'small-caps') return <span class="small-caps">{text}</span>;
  return <>{text}</>;
}
