import type { TestSite } from './sample-site.ts';

/** The JSON of a search. */
export interface SearchJson {
  readonly query: string;
  readonly searched: string | null;
  readonly passages: number;
  readonly reports: number;
  readonly denominator: { readonly reports: number; readonly passages: number; readonly words: number };
  /** Its version. */
  readonly library: string;
  readonly hits: readonly {
    readonly address: string;
    readonly text: string;
    readonly ranges: readonly { readonly start: number; readonly end: number }[];
  }[];
}

/** Follows the way to the canonical address. */
export async function openPage(
  site: TestSite,
  address: string,
): Promise<{ status: number; text: string; at: string }> {
  const response = await site.get(address);
  const location = response.headers.get('Location');
  return location === null
    ? { status: response.status, text: await response.text(), at: address }
    : openPage(site, location);
}

export async function readJson(site: TestSite, query: string): Promise<SearchJson> {
  return (await site.get(`/search.json?${query}`)).json();
}

/** The cells of a table as RFC 4180 has it. */
export function readCsv(text: string): string[][] {
  return [...text.matchAll(/((?:(?:"(?:[^"]|"")*"|[^",\r\n]*),)*(?:"(?:[^"]|"")*"|[^",\r\n]*))\r\n/g)].map(
    ([, line = '']) =>
      [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^",]*),/g)].map(([, cell = '']) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      ),
  );
}

/** The addresses of the hits on a page. */
export const addressesIn = (html: string): string[] =>
  [...html.matchAll(/<span class="hit-address">([^<]*)<\/span>/g)].map(([, address = '']) => address);

/** Where the links of a page lead. */
export const hrefsIn = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
