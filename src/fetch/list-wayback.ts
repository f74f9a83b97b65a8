import type { AreaId } from '../domain/area.ts';
import type { FetchManners } from './fetch-manners.ts';
import type { FetchEdition } from './fetch-request.ts';
import { CURRENT_HOST, WAYBACK_HOST } from './fetch-source.ts';
import type { EditionList } from './list-edition.ts';
import type { PoliteClient } from './polite-client.ts';
import { cleanSlug, findReportPath } from './report-address.ts';

/** Captures of one page that are tried, the newest first. */
const CAPTURES_TRIED = 3;
const ROWS_AT_ONCE = 5000;
const MAX_ANSWERS = 40;

interface CdxRow {
  readonly timestamp: string;
  readonly original: string;
}

/** Lists the captures that the web archive holds of an edition's reports, through its CDX interface. */
export async function listWayback(
  edition: FetchEdition,
  client: PoliteClient,
  manners: FetchManners,
): Promise<EditionList> {
  const rows: CdxRow[] = [];
  let resume: string | null = null;
  for (let answers = 0; answers < MAX_ANSWERS; answers += 1) {
    const result = await client.ask({
      address: cdxAddress(edition.year, resume),
      headers: { accept: 'application/json' },
      maxBytes: manners.maxListBytes,
      tries: manners.tries,
      name: (body) => (readRows(body) === null ? 'something that is no list of captures' : null),
    });
    if (result.kind !== 'answer') break;
    const read = readRows(result.body);
    rows.push(...(read?.rows ?? []));
    resume = read?.resume ?? null;
    if (resume === null) break;
  }
  return { from: 'archive', addresses: newestFirst(edition, rows) };
}

export function cdxAddress(year: number, resume: string | null): string {
  const url = new URL(`https://${WAYBACK_HOST}/cdx/search/cdx`);
  url.searchParams.set('url', `${CURRENT_HOST}/reports/${year}-country-reports-on-human-rights-practices/`);
  url.searchParams.set('matchType', 'prefix');
  url.searchParams.set('output', 'json');
  url.searchParams.set('fl', 'timestamp,original');
  url.searchParams.append('filter', 'statuscode:200');
  url.searchParams.append('filter', 'mimetype:text/html');
  url.searchParams.set('limit', String(ROWS_AT_ONCE));
  url.searchParams.set('showResumeKey', 'true');
  if (resume !== null) url.searchParams.set('resumeKey', resume);
  return url.href;
}

/** When the web archive captured what stands at one of its addresses; null for others. */
export function findCaptureTime(address: string): string | null {
  const match = /^\/web\/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:[a-z]{2}_)?\//u.exec(
    new URL(address).pathname,
  );
  if (match === null || new URL(address).host !== WAYBACK_HOST) return null;
  const [, year, month, day, hour, minute, second] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

/** Rows, the first of which names the columns; behind an empty row, from where to go on. */
function readRows(body: Uint8Array): { rows: CdxRow[]; resume: string | null } | null {
  let list: unknown;
  try {
    list = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const rows: CdxRow[] = [];
  let resume: string | null = null;
  let ended = false;
  for (const row of list.slice(1)) {
    if (!Array.isArray(row)) return null;
    const [first, second] = row as unknown[];
    if (row.length === 0) ended = true;
    else if (ended) resume = typeof first === 'string' ? first : null;
    else if (typeof first === 'string' && /^\d{14}$/u.test(first) && typeof second === 'string')
      rows.push({ timestamp: first, original: second });
  }
  return { rows, resume };
}

function newestFirst(edition: FetchEdition, rows: readonly CdxRow[]): Map<AreaId, string[]> {
  const found = new Map<AreaId, string[]>();
  const sorted = [...rows].sort((a, b) => (a.timestamp < b.timestamp ? 1 : -1));
  for (const { timestamp, original } of sorted) {
    const path = findReportPath(original);
    if (path === null || path.edition !== edition.year) continue;
    const area = edition.findArea(cleanSlug(path.slug)) ?? edition.findArea(path.slug);
    if (area === null) continue;
    const known = found.get(area) ?? [];
    // `id_`: the bytes as they were captured, without what the archive writes into them.
    if (known.length < CAPTURES_TRIED)
      found.set(area, [...known, `https://${WAYBACK_HOST}/web/${timestamp}id_/${original}`]);
  }
  return found;
}
