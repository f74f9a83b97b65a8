import { type Area, areaNameIn, nameKey } from '../domain/area.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Finding, FindingKind } from '../domain/finding.ts';
import { Problem } from '../domain/problem.ts';
import { collapseSpace } from '../domain/words.ts';
import { type ArchivedAddress, findArchivedAddress } from './archive-address.ts';
import type { PageTree } from './page-tree.ts';
import { REPORT_ADDRESS } from './report-address.ts';

/** Which report a page is, and where it came from. */
export interface PageIdentity {
  readonly edition: number;
  readonly area: Area;
  readonly title: string;
  readonly areaName: string;
  /** The official address. */
  readonly address: string;
  readonly archived: ArchivedAddress | null;
  readonly capturedAddress: string | null;
  readonly findings: readonly Finding[];
}

const TITLE = /^(\d{4}) Country Reports on Human Rights Practices\s*[:–-]\s*(.+)$/iu;

/**
 * Finds edition and area from the page's own address and its title, and holds the two against each other.
 * @param capturedFrom the address that it was captured from, where that is known; stands in where the page gives none
 * @throws Problem unreadable-page if they disagree or do not tell
 */
export function findPageIdentity(
  page: PageTree,
  catalog: Catalog,
  capturedFrom: string | null = null,
): PageIdentity {
  const findings: Finding[] = [];
  const note = (kind: FindingKind, detail: string): void => {
    findings.push({ kind, section: null, detail, count: 1 });
  };
  const fromCapture = capturedFrom === null ? null : readAddress([capturedFrom]);
  const fromAddress = readAddress(page.addresses) ?? fromCapture;
  const fromTitle = readTitle(page, catalog);

  if (fromTitle.area === null) {
    throw new Problem(
      'unreadable-page',
      'The page’s title names no area that the reports are known to cover.',
      [`Title on the page: “${fromTitle.title.slice(0, 120)}”.`],
    );
  }
  if (fromAddress !== null && fromTitle.edition !== null && fromAddress.edition !== fromTitle.edition) {
    throw new Problem('unreadable-page', 'The page’s address and its title name different editions.', [
      `Address: ${fromAddress.edition}; title: ${fromTitle.edition}.`,
    ]);
  }
  if (fromCapture !== null && fromAddress !== null && fromCapture.edition !== fromAddress.edition) {
    throw new Problem(
      'unreadable-page',
      'The page’s own address and the one it was captured from name different editions.',
      [`Its own: ${fromAddress.edition}; captured from: ${fromCapture.edition}.`],
    );
  }
  const edition = fromAddress?.edition ?? fromTitle.edition;
  if (edition === null) {
    throw new Problem('unreadable-page', 'Neither the page’s address nor its title tells the edition.', [
      `Title on the page: “${fromTitle.title.slice(0, 120)}”.`,
    ]);
  }
  if (catalog.findEdition(edition) === null) {
    throw new Problem(
      'unreadable-page',
      `The page says it is of the edition ${edition}, which is not known.`,
      [`Editions known: ${catalog.editions.map(({ year }) => year).join(', ')}.`],
    );
  }
  const { area } = fromTitle;
  if (fromAddress !== null) {
    const bySlug = catalog.findArea(cleanSlug(fromAddress.slug));
    if (bySlug !== null && bySlug !== area) {
      throw new Problem('unreadable-page', 'The page’s address and its title name different areas.', [
        `Address: ${fromAddress.slug.slice(0, 80)} (${bySlug.name}); title: ${fromTitle.name.slice(0, 80)} (${area.name}).`,
      ]);
    }
    if (bySlug === null || nameKey(cleanSlug(fromAddress.slug)) !== nameKey(fromAddress.slug)) {
      note('slug-not-identity', fromAddress.slug.slice(0, 80));
    }
    if (fromAddress.archived !== null) note('archive-address', fromAddress.archived.original);
  }
  const byCapture = fromCapture === null ? null : catalog.findArea(cleanSlug(fromCapture.slug));
  if (byCapture !== null && byCapture !== area) {
    throw new Problem(
      'unreadable-page',
      'The page’s title and the address it was captured from name different areas.',
      [`Title: ${fromTitle.name.slice(0, 80)} (${area.name}); captured from: ${byCapture.name}.`],
    );
  }
  // Nobody but the publisher has an official address to give; invented reports have none at all.
  const official =
    fromAddress !== null && (area.kind === 'sample' || isPublisher(fromAddress.address))
      ? fromAddress.address
      : null;
  if (official === null)
    note('no-canonical-address', (fromAddress?.address ?? page.addresses[0] ?? 'none given').slice(0, 120));
  if (fromTitle.edition === null) note('title-without-edition', fromTitle.title.slice(0, 120));
  if (nameKey(fromTitle.name) !== nameKey(areaNameIn(area, edition))) {
    note('title-spelling', fromTitle.name.slice(0, 120));
  }
  const address = official ?? officialAddress(area, edition);
  return {
    edition,
    area,
    title: fromTitle.title,
    areaName: fromTitle.name,
    address,
    archived: fromAddress?.archived ?? fromCapture?.archived ?? null,
    capturedAddress:
      fromAddress?.captured ??
      findOtherAddress(capturedFrom, address) ??
      (official === null ? (fromAddress?.address ?? null) : null),
    findings,
  };
}

interface AddressFacts {
  readonly edition: number;
  readonly slug: string;
  readonly address: string;
  readonly captured: string | null;
  readonly archived: ArchivedAddress | null;
}

function readAddress(addresses: readonly string[]): AddressFacts | null {
  for (const given of addresses) {
    const archived = findArchivedAddress(given);
    const address = archived?.original ?? given.trim();
    const match = REPORT_ADDRESS.exec(address);
    if (match === null || !URL.canParse(address)) continue;
    const [, edition = '', slug = ''] = match;
    return {
      edition: Number(edition),
      slug,
      address: address.replace(/^http:/iu, 'https:'),
      captured: archived === null ? null : given.trim(),
      archived,
    };
  }
  return null;
}

/** The address that a page was captured from, where it is another than the official one. */
function findOtherAddress(capturedFrom: string | null, official: string): string | null {
  if (capturedFrom === null || !/^https?:/iu.test(capturedFrom) || !URL.canParse(capturedFrom)) return null;
  const bare = (address: string): string => address.replace(/^https?:/iu, '').replace(/\/$/u, '');
  return bare(capturedFrom) === bare(official) ? null : capturedFrom;
}

/** `www.state.gov` and the sites that keep older editions, such as `2017-2021.state.gov`. */
function isPublisher(address: string): boolean {
  return /(?:^|\.)state\.gov$/u.test(new URL(address).hostname);
}

interface TitleFacts {
  readonly title: string;
  readonly name: string;
  readonly edition: number | null;
  readonly area: Area | null;
}

function readTitle(page: PageTree, catalog: Catalog): TitleFacts {
  const candidates = [
    ...page.mainHeadings,
    ...(page.title === null
      ? []
      : [page.title.replace(/\s+[-–|]\s+(?:United States Department of State|Variorum.*)\s*$/iu, '')]),
  ].map(collapseSpace);
  let first: TitleFacts | null = null;
  let spelled: TitleFacts | null = null;
  for (const title of candidates) {
    if (title === '') continue;
    const match = TITLE.exec(title);
    const name = match?.[2] ?? title;
    const facts = {
      title,
      name,
      edition: match === null ? null : Number(match[1]),
      area: catalog.findArea(name),
    };
    first ??= facts;
    if (facts.area !== null) {
      spelled ??= facts;
      break;
    }
  }
  // A heading with a misspelled name still gives the year.
  if (spelled !== null && first !== null) return { ...spelled, edition: spelled.edition ?? first.edition };
  return first ?? { title: '', name: '', edition: null, area: null };
}

/** Without what the publisher's system added: `ghana__trashed`, `malaysia-2`. */
function cleanSlug(slug: string): string {
  return slug.replace(/__trashed(-\d+)?$/u, '').replace(/-\d+$/u, '');
}

function officialAddress(area: Area, edition: number): string {
  const slug =
    area.slugs.find(({ editions }) => editions.includes(edition))?.slug ??
    nameKey(area.name).replaceAll(' ', '-');
  return `https://www.state.gov/reports/${edition}-country-reports-on-human-rights-practices/${slug}/`;
}
