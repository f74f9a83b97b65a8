import { assertNever } from '../domain/assert-never.ts';
import type { WantedReport } from './fetch-request.ts';
import { ARCHIVE_HOSTS, CURRENT_HOST, type FetchSource, fillPattern } from './fetch-source.ts';
import { reportAddress } from './report-address.ts';

/**
 * The addresses at which a report may be found, in the order in which they are tried: where it is listed, where it
 * should be, where the publisher's archives would have it.
 * @param listed addresses found in a list, the best first
 */
export function listCandidates(
  wanted: WantedReport,
  listed: readonly string[],
  source: FetchSource,
): readonly string[] {
  switch (source.kind) {
    case 'wayback':
      return listed;
    case 'pattern':
      return wanted.slugs.map((slug) =>
        fillPattern(source.pattern, { year: wanted.edition, slug, area: wanted.area }),
      );
    case 'official': {
      const hosts = [CURRENT_HOST, ...archiveHosts(wanted.edition)];
      const known = hosts.flatMap((host) =>
        wanted.slugs.map((slug) => reportAddress(host, wanted.edition, slug)),
      );
      return [...new Set([...listed, ...known])];
    }
    default:
      return assertNever(source);
  }
}

/** Where the publisher keeps older copies of an edition, the newest archive first. */
export function archiveHosts(edition: number): readonly string[] {
  return ARCHIVE_HOSTS.filter(({ from, to }) => from <= edition && edition <= to).map(({ host }) => host);
}
