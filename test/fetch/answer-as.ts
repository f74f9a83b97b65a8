import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { PublisherPages } from './publisher-pages.ts';
import type { Answer, ReplicaOptions } from './replica.ts';

const REPORT = /^\/reports\/(\d{4})-country-reports-on-human-rights-practices\/([\w-]+)\/?$/;
const INDEX = /^\/reports\/(\d{4})-country-reports-on-human-rights-practices\/?$/;

/** What a host answers when nothing goes wrong. */
export function answerAs(
  host: string,
  url: URL,
  headers: IncomingMessage['headers'],
  options: ReplicaOptions,
): Answer {
  if (url.pathname === '/robots.txt') {
    const text = options.robots === undefined ? 'User-agent: *\nDisallow: /private/\n' : options.robots;
    return text === null ? NOT_FOUND : { status: 200, headers: { 'content-type': 'text/plain' }, body: text };
  }
  if (host === 'web.archive.org') return answerAsArchive(url, options);
  const current = host === 'www.state.gov';
  const { pages, without = [], moved = new Set() } = options;
  if (current && url.pathname === '/wp-json/wp/v2/state_report')
    return without.includes('json') ? { status: 403, body: 'Forbidden' } : answerRoute(url, pages, moved);
  const index = INDEX.exec(url.pathname);
  if (current && index !== null && !without.includes('index')) return answerIndex(Number(index[1]), pages);
  const report = REPORT.exec(url.pathname);
  const slug = report?.[2] ?? '';
  const body = report === null || current === moved.has(slug) ? null : pages.read(Number(report[1]), slug);
  if (body === null) return NOT_FOUND;
  const etag = `"${hash('sha256', body, 'hex').slice(0, 16)}"`;
  return headers['if-none-match'] === etag
    ? { status: 304 }
    : { status: 200, headers: { etag, 'last-modified': 'Fri, 03 Jan 2025 00:00:00 GMT' }, body };
}

const NOT_FOUND: Answer = {
  status: 404,
  body: '<html><head><title>Page not found</title></head><body>Not found</body></html>',
};

/** WordPress's list: found by words of the title, so other things are in it too. */
function answerRoute(url: URL, pages: PublisherPages, moved: ReadonlySet<string>): Answer {
  const year = Number(/\d{4}/.exec(url.searchParams.get('search') ?? '')?.[0] ?? 0);
  const size = Number(url.searchParams.get('per_page') ?? 10);
  const page = Number(url.searchParams.get('page') ?? 1);
  const all = [
    {
      slug: `${year}-preface`,
      link: `https://www.state.gov/reports/${year}-report-on-something-else/preface/`,
    },
    ...pages
      .slugsOf(year)
      // A few are missing in the list, as on the real site.
      .filter((slug, n) => n % 50 !== 49 && !moved.has(slug))
      .map((slug) => ({
        slug,
        link: `https://www.state.gov/reports/${year}-country-reports-on-human-rights-practices/${slug}${year < 2024 ? '/' : ''}`,
      })),
  ];
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      'x-wp-totalpages': String(Math.max(1, Math.ceil(all.length / size))),
    },
    body: JSON.stringify(all.slice((page - 1) * size, page * size)),
  };
}

/** Slashes as they come, a dead link, links to other things. */
function answerIndex(year: number, pages: PublisherPages): Answer {
  const links = pages.slugsOf(year).map((slug, n) => {
    const path = `/reports/${year}-country-reports-on-human-rights-practices/${n === 0 ? `${slug}-2` : slug}`;
    const host = n % 3 === 0 ? 'https://www.state.gov' : n % 3 === 1 ? 'http://www.state.gov' : '';
    return `<option value="${host}${path}${n % 2 === 0 ? '/' : ''}">${slug}</option>`;
  });
  return {
    status: 200,
    body: `<!doctype html><html><body><a href="https://evil.example/reports/${year}-country-reports-on-human-rights-practices/velmora/">x</a><select>${links.join('')}</select></body></html>`,
  };
}

function answerAsArchive(url: URL, { captures = [] }: ReplicaOptions): Answer {
  if (url.pathname === '/cdx/search/cdx') {
    const year = Number(/\/reports\/(\d{4})-/.exec(url.searchParams.get('url') ?? '')?.[1]);
    const rows = captures
      .filter((capture) => capture.year === year)
      .map(({ timestamp, slug }) => [
        timestamp,
        `http://www.state.gov:80/reports/${year}-country-reports-on-human-rights-practices/${slug}`,
      ]);
    // In two pieces, the second by the key to go on.
    const resumed = url.searchParams.get('resumeKey') === 'half';
    const half = Math.ceil(rows.length / 2);
    const list = resumed
      ? [['timestamp', 'original'], ...rows.slice(half)]
      : [['timestamp', 'original'], ...rows.slice(0, half), [], ['half']];
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(list) };
  }
  const match = /^\/web\/(\d{14})id_\/.*\/reports\/(\d{4})-[^/]*\/([\w-]+)\/?$/.exec(url.pathname);
  const capture = captures.find(
    ({ timestamp, year, slug }) => timestamp === match?.[1] && String(year) === match[2] && slug === match[3],
  );
  return capture?.body == null ? NOT_FOUND : { status: 200, body: capture.body };
}
