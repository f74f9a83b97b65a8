/** What an address of a report tells. */
export interface ReportPath {
  readonly edition: number;
  readonly slug: string;
}

const PATH = /^\/reports\/(\d{4})-country-reports-on-human-rights-practices\/(?:[^/]+\/)*([^/]+)\/*$/iu;

/** The edition and slug in an address of the publisher, whatever its host and slashes; null for other pages. */
export function findReportPath(address: string): ReportPath | null {
  if (!URL.canParse(address)) return null;
  const match = PATH.exec(new URL(address).pathname);
  return match === null ? null : { edition: Number(match[1]), slug: match[2] ?? '' };
}

/** The address of a report as the publisher writes it: in 2024 without a slash at its end, before with one. */
export function reportAddress(host: string, edition: number, slug: string): string {
  return withSlash(
    `https://${host}/reports/${edition}-country-reports-on-human-rights-practices/${slug}`,
    edition,
  );
}

/** An address of a report with the slash that its edition has, https, and nothing behind it. */
export function normaliseReportAddress(address: string): string | null {
  const path = findReportPath(address);
  if (path === null) return null;
  const url = new URL(address);
  return withSlash(`https://${url.host}${url.pathname.replace(/\/+$/u, '')}`, path.edition);
}

/** Without what the publisher's system added: `ghana__trashed`, `malaysia-2`. */
export function cleanSlug(slug: string): string {
  return slug.replace(/__trashed(-\d+)?$/u, '').replace(/-\d+$/u, '');
}

function withSlash(address: string, edition: number): string {
  return edition >= 2024 ? address : `${address}/`;
}
