import type { Child } from 'hono/jsx';
import type { Publication } from '../../domain/publication.ts';
import type { Selection } from '../../domain/selection.ts';
import { MOST_AREAS } from '../../workbench/read-side-by-side.ts';
import { customReportAddress, sideBySideAddress } from '../addresses.ts';
import { BuilderForm, type BuilderFormProps, describeCount } from '../components/builder-form.tsx';
import { ContentsList } from '../components/contents-list.tsx';
import { CopyAddress } from '../components/copy-address.tsx';
import { Downloads } from '../components/downloads.tsx';
import { GapList } from '../components/gap-list.tsx';
import type { Site } from '../document.tsx';
import { formatCount, UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** From so many words on, a note says so before they come. */
const MANY_WORDS = 200_000;
/** A longer list of contents is folded at first. */
const LONG_CONTENTS = 60;

/** The page’s frame; `children` is where contents and reports stand. */
export function CustomReportFrame({
  title,
  form,
  children,
}: {
  readonly title: string;
  readonly form: BuilderFormProps;
  readonly children?: Child;
}) {
  return (
    <div class="custom-report">
      <div class="wrap">
        <header class="page-head">
          <p class="eyebrow">Custom report</p>
          <h1>{title}</h1>
          <p class="print-only">{UNOFFICIAL_NOTICE}</p>
        </header>
        <details class="edit-panel">
          <summary>Edit this report</summary>
          <BuilderForm {...form} />
        </details>
      </div>
      {children}
    </div>
  );
}

/** What the report comes to: counts, address, files, contents, gaps. */
export function CustomReportSummary({
  site,
  publication,
}: {
  readonly site: Site;
  readonly publication: Publication;
}) {
  const { contents, selection, query, gaps, gapGroups, reports, passages, words, library } = publication;
  return (
    <div class="wrap custom-summary">
      <p class="counts">{describeCount({ reports, passages, words, gaps: 0 })}</p>
      {words > MANY_WORDS ? (
        <p class="long-note">
          This is a long report, about {formatCount(Math.ceil(words / 400), 'printed page')}. It arrives piece
          by piece; what has come can be read at once. As a file it is quicker: see the downloads.
        </p>
      ) : null}
      <div class="custom-tools">
        <div>
          <CopyAddress
            id="address"
            label="The lasting address of this report"
            address={site.origin + customReportAddress(query)}
          />
          <p class="hint">
            The address is the choice itself. The same library, version <code>{library.version}</code>, gives
            the same report for ever.
          </p>
          {isForColumns(selection) ? (
            <p class="hint">
              <a href={sideBySideAddress(selection)}>The same in columns, side by side</a>
            </p>
          ) : null}
        </div>
        <Downloads query={query} words={words} />
      </div>
      {gaps.length === 0 ? null : (
        <p class="gap-note">
          <a href="#gaps">{formatCount(gaps.length, 'thing')} asked for</a> {gaps.length === 1 ? 'is' : 'are'}{' '}
          not in it.
        </p>
      )}
      {contents.length === 0 ? null : (
        <nav class="contents" aria-labelledby="contents">
          <details open={contents.length <= LONG_CONTENTS}>
            <summary>
              <h2 id="contents">Contents</h2>
            </summary>
            <ContentsList contents={contents} order={selection.order} catalog={site.catalog} />
          </details>
        </nav>
      )}
      <GapList groups={gapGroups} />
    </div>
  );
}

/** One edition on one section or topic, of a few areas: what can be laid side by side. */
function isForColumns({ years, sections, areas }: Selection): boolean {
  return (
    years.length === 1 &&
    sections.length === 1 &&
    sections[0]?.kind !== 'all' &&
    areas.length > 1 &&
    areas.length <= MOST_AREAS &&
    areas.every(({ kind }) => kind === 'area')
  );
}

/** Whether it is worth the wait to know the whole page before its first byte is sent. */
export function isSmallSelection({ years, sections, areas }: Selection): boolean {
  const few = areas.every(({ kind }) => kind === 'area') && years.length * areas.length <= 12;
  return few && sections.length <= 100;
}
