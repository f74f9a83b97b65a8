import { hash } from 'node:crypto';
import { buildCatalog, type Catalog } from '../../src/domain/catalog.ts';
import type { Report } from '../../src/domain/report.ts';
import { type CapturedPage, readPage } from '../../src/ingest/read-page.ts';

/** A page about an invented area in the publisher's frame. */
export interface PageParts {
  readonly edition?: number;
  readonly slug?: string;
  readonly canonical?: string | null;
  readonly h1?: string;
  /** What stands in the report's body. */
  readonly body: string;
  readonly after?: string;
}

export function makePage({
  edition = 2021,
  slug = 'ostrava-isles',
  canonical,
  h1,
  body,
  after,
}: PageParts): string {
  const address =
    canonical === undefined
      ? `https://www.state.gov/reports/${edition}-country-reports-on-human-rights-practices/${slug}/`
      : canonical;
  const link = address === null ? '' : `<link rel="canonical" href="${address}">`;
  return `<!doctype html><html><head><title>Ostrava Isles - United States Department of State</title>${link}
<script>var notText = "<p>never</p>";</script></head><body><nav><p>Menu</p></nav>
<h1>${h1 ?? `${edition} Country Reports on Human Rights Practices: Ostrava Isles`}</h1>
<section class="report__main js-backtotop"><div id="report_content" class="report__content">${body}</div></section>
${after ?? '<footer><p>Foot</p></footer></body></html>'}`;
}

/** The first container: the summary. */
export function summary(text = '<p>The isles were quiet.</p>', heading = 'EXECUTIVE SUMMARY'): string {
  return `<section class="report__content__inner entry-content"><h2 id="report-toc__exec-summary" class="report__section-title">${heading}</h2>${text}</section>`;
}

/** A chapter as the accordion prints it. */
export function chapter(label: string, title: string, inner: string): string {
  return `<section class="report__content__inner entry-content"><a class="accordion-title"><h4 class="report-toc-section">${label}</h4>
<h3 id="report-toc__section-9" class="report__section-title">${title}<span class="icon-svg"><svg><title>icon</title></svg></span></h3></a>
<div class="section_wrapper"><div class="section_body"></div>${inner}</div></section>`;
}

export function block(inner: string): string {
  return `<section class="entry-content">${inner}</section>`;
}

export function subtitle(text: string): string {
  return `<h3 class="report__section-subtitle">${text}</h3>`;
}

/** Facts about invented areas and a handful of headings. */
export const catalog: Catalog = buildCatalog({
  regions: [{ id: 'nowhere', name: 'Nowhere', bureau: null }],
  areas: [
    {
      id: 'zzi',
      name: 'Ostrava Isles',
      region: 'nowhere',
      parent: null,
      kind: 'country',
      builderId: null,
      names: [{ name: 'Ostrava Isles', editions: [2016, 2019, 2021, 2024] }],
      slugs: [{ slug: 'ostrava-isles', editions: [2016, 2019, 2021, 2024] }],
      aliases: ['The Isles of Ostrava'],
      published: [2016, 2019, 2021, 2024],
    },
    {
      id: 'zzp',
      name: 'Penmark',
      region: 'nowhere',
      parent: null,
      kind: 'country',
      builderId: null,
      names: [{ name: 'Penmark', editions: [2021] }],
      slugs: [{ slug: 'penmark', editions: [2021] }],
      aliases: [],
      published: [2021],
    },
  ],
  editions: (
    [
      [2016, '2016-2018'],
      [2019, '2019-2020'],
      [2021, '2021-2023'],
      [2024, '2024'],
    ] as const
  ).map(([year, layout]) => ({
    year,
    title: `Edition ${year}`,
    releaseDate: null,
    releaseDateNote: null,
    notes: [],
    layout,
    coversEventsOf: year,
    indexAddress: null,
  })),
  topics: [
    'executive-summary',
    'integrity',
    'elections',
    'disappearance',
    'prison',
    'trial',
    'women',
    'labor',
    'wages',
    'conflict',
    'gender-violence',
  ].map((id) => ({
    id,
    label: id,
    description: '',
    kind: 'topic' as const,
    broader: null,
    group: 'all',
  })),
  crosswalk: (
    [
      ['^executive summary$|^note$', 'executive-summary'],
      ['^respect for the integrity', 'integrity'],
      ['^freedom to participate', 'elections'],
      ['^disappearance$', 'disappearance'],
      ['^prison conditions$|^physical conditions$|^administration$', 'prison'],
      ['^trial procedures$', 'trial'],
      ['^discrimination and societal abuses$|^women$', 'women'],
      ['^rape and domestic violence$', 'gender-violence'],
      ['^worker rights$|^work conditions$', 'labor'],
      ['^wage laws$', 'wages'],
      ['^conflict abuses$', 'conflict'],
    ] as const
  ).map(([pattern, topic]) => ({ pattern, topic, relation: 'exact' as const, reason: 'same subject' })),
  outlines: [2016, 2019, 2021, 2024].map((edition) => ({
    edition,
    layout: '2021-2023' as const,
    entries: [
      { key: 'executive-summary', heading: 'Executive Summary' },
      { key: '1', label: 'Section 1.', heading: 'Respect for the Integrity of the Person' },
      { key: '1.b', label: 'b.', heading: 'Disappearance' },
      { key: '3', label: 'Section 3.', heading: 'Freedom to Participate in the Political Process' },
      { key: '2.b/work-conditions/wage-laws', heading: 'Wage Laws' },
    ],
  })),
});

/** The report read from a made-up page. */
export function read(parts: PageParts): Report {
  return readPage(capture(makePage(parts)), catalog);
}

export function capture(html: string | Uint8Array): CapturedPage {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return {
    bytes,
    sha256: hash('sha256', Buffer.from(bytes), 'hex'),
    path: 'somewhere/page.html',
    address: null,
    capturedAt: '2025-08-14T00:00:00Z',
    capturedAtSource: 'file-time',
  };
}

/** The outline in short: key → printed heading. */
export function outlineOf(report: Report): Record<string, string> {
  return Object.fromEntries(report.sections.map(({ key, printed }) => [key, printed]));
}

export function findingsOf(report: Report): string[] {
  return report.findings.map(({ kind }) => kind);
}
