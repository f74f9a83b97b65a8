import { nameSection } from '../../domain/describe-pair.ts';
import { type Packet, type PacketTab, type PinnedPassage, partName } from '../../domain/packet.ts';
import type { Passage } from '../../domain/passage.ts';
import { reportAddress } from '../addresses.ts';
import { citePlaceAddress } from '../cite-addresses.ts';
import { formatCount, formatNumber } from '../plain-words.ts';

/** What is known of a file before it is downloaded. */
export interface PreviewedPart {
  readonly pages: number;
  readonly countedPages: number;
  readonly size: number;
}

export interface PreviewedPacket {
  readonly packet: Packet;
  /** Null: not made yet. */
  readonly parts: readonly PreviewedPart[] | null;
  /** Why there are no parts, if making them failed. */
  readonly trouble: readonly string[];
}

/** What a packet will hold. */
export function PacketPreview({ preview }: { readonly preview: PreviewedPacket }) {
  const { packet, parts, trouble } = preview;
  const pins = packet.issues.reduce((sum, issue) => sum + issue.pins.length, 0);
  return (
    <section class="packet-preview" aria-labelledby="preview-head">
      <h2 id="preview-head" tabindex={-1}>
        Preview: {formatCount(pins, 'passage')} under {formatCount(packet.issues.length, 'issue')}
      </h2>
      {trouble.length === 0 ? null : (
        <div class="error-summary" role="alert">
          <p>The file cannot be made as it is.</p>
          <ul>
            {trouble.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {parts === null ? null : <Parts packet={packet} parts={parts} />}
      {packet.issues.map(({ title, pins: chosen }) => (
        <>
          <h3>{title}</h3>
          <ol class="preview-pins">
            {chosen.map((one) => (
              <Pinned one={one} tab={packet.tabs[one.tab]} />
            ))}
          </ol>
        </>
      ))}
      <h3>Sections that will stand in it</h3>
      <ul>
        {packet.tabs.map((tab) => (
          <li>
            {packet.request.form === 'us' ? `Tab ${tab.letter}: ` : ''}
            <a href={reportAddress(tab.report, tab.version)}>
              {tab.report.areaName}, {tab.report.edition}
            </a>
            {tab.version === null ? '' : `, version ${tab.version}`}:{' '}
            {tab.sections
              .filter(({ context }) => !context)
              .map(({ section }) => nameSection(section))
              .join('; ')}
            {packet.request.body === 'excerpts' ? ', the chosen passages alone' : ''}
          </li>
        ))}
      </ul>
      <Unchosen packet={packet} />
    </section>
  );
}

function Parts({ packet, parts }: { readonly packet: Packet; readonly parts: readonly PreviewedPart[] }) {
  const { pageLimit } = packet.request;
  return (
    <>
      <ul class="packet-parts">
        {parts.map(({ pages, size }, i) => (
          <li>
            {partName('variorum-packet.pdf', i + 1, parts.length)}: {formatCount(pages, 'page')},{' '}
            {formatNumber(Math.ceil(size / 1000))} kB{' '}
            <button
              type="submit"
              form="packet-request"
              formaction="/packet.pdf"
              name="part"
              value={String(i + 1)}
            >
              Download{parts.length === 1 ? '' : ` part ${i + 1}`}
            </button>
          </li>
        ))}
      </ul>
      {pageLimit === null ? null : (
        <p class={countPages(parts) > pageLimit ? 'over-limit' : ''}>
          {formatNumber(countPages(parts))} of at most {formatCount(pageLimit, 'page')}
          {countPages(parts) > pageLimit ? ': too many. Nothing is cut.' : '.'}
        </p>
      )}
    </>
  );
}

function countPages(parts: readonly PreviewedPart[]): number {
  return parts.reduce((sum, { countedPages }) => sum + countedPages, 0);
}

function Pinned({ one, tab }: { readonly one: PinnedPassage; readonly tab: PacketTab | undefined }) {
  const { passage, pin, sectionName, remark } = one;
  if (tab === undefined) return null;
  const { report } = tab;
  return (
    <li value={one.number} data-pin={pin.address} data-digest={passage.digest}>
      <p class="preview-place">
        <a href={`${reportAddress(report, tab.version)}#${passage.section}:${passage.number}`}>
          {report.areaName}, {report.edition}, {passage.section}:{passage.number}
        </a>
        {sectionName === '' ? '' : ` · ${sectionName}`}
      </p>
      <blockquote lang="en">{passage.text}</blockquote>
      {remark === null ? null : <p class="preview-remark">{remark}</p>}
      {pin.note === null ? null : (
        <p class="preview-note" dir="auto">
          {pin.note}
        </p>
      )}
    </li>
  );
}

/** Of a passage that is only listed, so much is shown. */
const MOST_SHOWN = 240;

function Unchosen({ packet }: { readonly packet: Packet }) {
  const tabs = packet.tabs.filter(({ unchosen }) => unchosen.length > 0);
  return (
    <>
      <h3>Not chosen</h3>
      {tabs.length === 0 ? (
        <p>No other passage of these reports stands under the same topics.</p>
      ) : (
        <p>
          Passages of the same reports and topics that are not among your pins. Which of them speak for or
          against a case is not judged here: read them before the other side does.
        </p>
      )}
      {tabs.map(({ report, unchosen }) => (
        <details class="unchosen" data-version={report.version}>
          <summary>
            {report.areaName}, {report.edition}:{' '}
            {formatCount(
              unchosen.reduce((sum, { passages }) => sum + passages.length, 0),
              'passage',
            )}
          </summary>
          {unchosen.map(({ topic, passages }) => (
            <>
              <h4>{topic}</h4>
              <ul>
                {passages.map((passage) => (
                  <li>
                    <a href={`${reportAddress(report, report.version)}#${passage.section}:${passage.number}`}>
                      {passage.section}:{passage.number}
                    </a>{' '}
                    {shorten(passage)}{' '}
                    <a
                      class="cite-link"
                      href={citePlaceAddress({
                        ...report,
                        section: passage.section,
                        passage: passage.number,
                      })}
                      aria-label={`Cite ${passage.section}:${passage.number}`}
                    >
                      cite
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
        </details>
      ))}
    </>
  );
}

function shorten({ text }: Passage): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).replace(/\s+\S*$/, '')} …`;
}
