import { raw } from 'hono/html';
import { ABSENCE_NOTE } from '../../domain/absence-note.ts';
import {
  describeHistoryGaps,
  describeLife,
  describeRelatives,
  describeStep,
  HOW_HISTORIES_ARE_MADE,
} from '../../domain/describe-history.ts';
import { nameSection } from '../../domain/describe-pair.ts';
import {
  formAddress,
  type HistoryForm,
  isAbsentSomewhere,
  type PassageHistory,
} from '../../domain/passage-history.ts';
import { renderFormHtml } from '../../workbench/lineage/render-history.ts';
import {
  areaAddress,
  comparisonAddress,
  historyAddress,
  lastReportedAddress,
  removalsAddress,
  reportAddress,
} from '../addresses.ts';
import { citePlaceAddress } from '../cite-addresses.ts';
import { CopyAddress } from '../components/copy-address.tsx';
import { Crumbs } from '../components/crumbs.tsx';
import { DataLinks } from '../components/data-links.tsx';
import { ReportProvenance } from '../components/report-provenance.tsx';
import { SampleMark } from '../components/sample-banner.tsx';
import type { Site } from '../document.tsx';
import { UNOFFICIAL_NOTICE } from '../plain-words.ts';

/** A passage through the editions: what became of it, then its forms from the oldest to the newest. */
export function HistoryPage({
  site,
  history,
  address,
}: {
  readonly site: Site;
  readonly history: PassageHistory;
  /** As it was asked for. */
  readonly address: string;
}) {
  const { area, forms, asked, library } = history;
  const self = forms[asked];
  return (
    <div class="wrap history-page">
      <header class="page-head">
        <Crumbs
          steps={[
            ['Countries and areas', '/areas'],
            [area.name, areaAddress(area)],
            ...(self === undefined
              ? []
              : [[`${self.edition.year}`, `${reportAddress(self.head)}#${fragment(self)}`] as const]),
          ]}
        />
        <h1>{area.name}: a passage through the editions</h1>
        <p class="subtitle">{self === undefined ? null : formAddress(self)}</p>
        {self?.head.sample ? <SampleMark /> : null}
        <p class="print-only">{UNOFFICIAL_NOTICE}</p>
      </header>
      <ul class="life">
        {describeLife(history).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {isAbsentSomewhere(history) ? <p class="absence-notice">{ABSENCE_NOTE}</p> : null}
      {describeHistoryGaps(history).map((line) => (
        <p class="history-gap">{line}</p>
      ))}
      <p class="hint">{HOW_HISTORIES_ARE_MADE}</p>
      {forms.map((form, i) => (
        <Form history={history} form={form} index={i} />
      ))}
      <WaysOn history={history} />
      <CopyAddress
        id="address"
        label="The lasting address of this history"
        address={
          site.origin +
          (self === undefined ? address : historyAddress({ ...placeOf(self), version: self.head.version }))
        }
      />
      <p class="hint">
        It names the version of the text. Made from version <code>{library.version}</code> of the library.
      </p>
      <DataLinks address={address} />
    </div>
  );
}

function Form({
  history,
  form,
  index,
}: {
  readonly history: PassageHistory;
  readonly form: HistoryForm;
  readonly index: number;
}) {
  const { head, edition, section, step } = form;
  const before = history.forms[index - 1] ?? null;
  const isAsked = index === history.asked;
  const text = <p class="form-text">{raw(renderFormHtml(form, before))}</p>;
  return (
    <section
      class={isAsked ? 'form asked' : 'form'}
      data-version={head.version}
      aria-labelledby={`in-${edition.year}`}
    >
      <h2 id={`in-${edition.year}`}>
        {edition.year} <small>{describeStep(history, index)}</small>
      </h2>
      <p class="form-cite">
        <a href={`${reportAddress(head, head.version)}#${fragment(form)}`}>{formAddress(form)}</a>{' '}
        {nameSection(section)}
        {' · '}
        <a class="cite-link" href={citePlaceAddress(placeOf(form))} aria-label={`Cite ${formAddress(form)}`}>
          cite
        </a>
        {before === null ? null : (
          <>
            {' · '}
            <a
              class="beside screen-only"
              href={`${comparisonAddress(head.area, place(before), place(form))}#from-${fragment(before)}`}
            >
              beside {before.head.edition}
            </a>
          </>
        )}
      </p>
      {step?.same && !isAsked ? (
        <details>
          <summary>The text, word for word as in {before?.head.edition}</summary>
          {text}
        </details>
      ) : (
        text
      )}
      {describeRelatives(form).map((line) => (
        <p class="form-note">{line}</p>
      ))}
      <ReportProvenance head={form.head} edition={form.edition} />
    </section>
  );
}

function WaysOn({ history }: { readonly history: PassageHistory }) {
  const { area, forms, held } = history;
  const last = forms.at(-1);
  const next = held.find((year) => year > (last?.head.edition ?? 0));
  return (
    <ul class="ways-on">
      {last === undefined || next === undefined ? null : (
        <>
          <li>
            <a
              href={`${comparisonAddress(area.id, place(last), { edition: next, version: null })}#from-${fragment(last)}`}
            >
              What {next} has in its place, and the nearest passage that remains
            </a>
          </li>
          <li>
            <a href={removalsAddress(area.id, place(last), { edition: next, version: null })}>
              All that was removed between {last.head.edition} and {next}
            </a>
          </li>
        </>
      )}
      <li>
        <a href={lastReportedAddress(area)}>What no later edition on {area.name} has</a>
      </li>
    </ul>
  );
}

function place({ head }: HistoryForm) {
  return { edition: head.edition, version: null };
}

function placeOf({ head, passage }: HistoryForm) {
  return { edition: head.edition, area: head.area, section: passage.section, passage: passage.number };
}

function fragment({ passage }: HistoryForm): string {
  return `${passage.section}:${passage.number}`;
}
