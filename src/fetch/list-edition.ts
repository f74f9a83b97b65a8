import type { AreaId } from '../domain/area.ts';
import type { FetchManners } from './fetch-manners.ts';
import type { FetchEdition } from './fetch-request.ts';
import { CURRENT_HOST } from './fetch-source.ts';
import { nameObstacle } from './name-stranger.ts';
import type { PoliteClient } from './polite-client.ts';
import { cleanSlug, findReportPath, normaliseReportAddress } from './report-address.ts';

/** The addresses under which an edition's reports are listed. */
export interface EditionList {
  readonly from: 'json' | 'page' | 'archive' | 'known';
  readonly addresses: ReadonlyMap<AreaId, readonly string[]>;
}

/** Pages of the JSON route: an edition has two or three. */
const MAX_LIST_PAGES = 10;

/** Lists an edition by the publisher's JSON route, else by its index page, else not at all: then slugs are known. */
export async function listEdition(
  edition: FetchEdition,
  client: PoliteClient,
  manners: FetchManners,
): Promise<EditionList> {
  const byRoute = collect(edition, await askRoute(edition, client, manners));
  if (byRoute.size > 0) return { from: 'json', addresses: byRoute };
  const byPage = collect(edition, await askIndex(edition, client, manners));
  if (byPage.size > 0) return { from: 'page', addresses: byPage };
  return { from: 'known', addresses: new Map() };
}

/** The address of a page of the list that the publisher's site offers to programs. */
export function routeAddress(edition: FetchEdition, page: number): string {
  const url = new URL(`https://${CURRENT_HOST}/wp-json/wp/v2/state_report`);
  url.searchParams.set('search', edition.title);
  url.searchParams.set('per_page', '100');
  url.searchParams.set('page', String(page));
  url.searchParams.set('_fields', 'slug,link');
  return url.href;
}

async function askRoute(
  edition: FetchEdition,
  client: PoliteClient,
  manners: FetchManners,
): Promise<readonly string[]> {
  const links: string[] = [];
  for (let page = 1, pages = 1; page <= Math.min(pages, MAX_LIST_PAGES); page += 1) {
    const result = await client.ask({
      address: routeAddress(edition, page),
      headers: { accept: 'application/json' },
      maxBytes: manners.maxListBytes,
      tries: manners.listTries,
      name: (body) => (readLinks(body) === null ? 'something that is no list' : null),
    });
    // Half a list is still worth having: what it lacks is tried by known slugs.
    if (result.kind !== 'answer') break;
    links.push(...(readLinks(result.body) ?? []));
    const listed = collect(edition, links);
    if (edition.wanted.every(({ area }) => listed.has(area))) break;
    pages = Number(result.headers['x-wp-totalpages'] ?? '1') || 1;
  }
  return links;
}

function readLinks(body: Uint8Array): string[] | null {
  try {
    const list: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (!Array.isArray(list)) return null;
    return list.flatMap((one: unknown) =>
      typeof one === 'object' && one !== null && 'link' in one && typeof one.link === 'string'
        ? [one.link]
        : [],
    );
  } catch {
    return null;
  }
}

async function askIndex(
  edition: FetchEdition,
  client: PoliteClient,
  manners: FetchManners,
): Promise<readonly string[]> {
  const { indexAddress } = edition;
  if (indexAddress === null) return [];
  const result = await client.ask({
    address: indexAddress,
    headers: { accept: 'text/html' },
    maxBytes: manners.maxBytes,
    tries: manners.listTries,
    name: (body) => (collect(edition, readHrefs(body, indexAddress)).size > 0 ? null : nameObstacle(body)),
  });
  return result.kind === 'answer' ? readHrefs(result.body, indexAddress) : [];
}

/** Addresses in a page, in links and in the options of a menu. */
function readHrefs(body: Uint8Array, base: string): string[] {
  const text = Buffer.from(body).toString('utf8');
  return [...text.matchAll(/\b(?:href|value)\s*=\s*["']([^"'\s]{1,500})["']/giu)].flatMap(([, href = '']) => {
    const plain = href.replaceAll('&amp;', '&');
    return URL.canParse(plain, base) ? [new URL(plain, base).href] : [];
  });
}

/** The links that lead to reports of the edition on the publisher's host, by area. */
function collect(edition: FetchEdition, links: readonly string[]): Map<AreaId, string[]> {
  const found = new Map<AreaId, string[]>();
  for (const link of links) {
    const path = findReportPath(link);
    const address = normaliseReportAddress(link);
    if (path === null || address === null || path.edition !== edition.year) continue;
    if (new URL(address).host !== CURRENT_HOST) continue;
    const area = edition.findArea(cleanSlug(path.slug)) ?? edition.findArea(path.slug);
    if (area === null) continue;
    const known = found.get(area) ?? [];
    if (!known.includes(address)) found.set(area, [...known, address]);
  }
  return found;
}
