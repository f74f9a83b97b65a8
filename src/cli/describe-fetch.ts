import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { FetchSummary, MissingReport } from '../workbench/fetch/fetch-desk.ts';
import type { FetchPlan } from '../workbench/fetch/plan-fetch.ts';
import { describeDuration } from './describe-time-left.ts';
import { countOf, formatCount } from './text-table.ts';

/** Reports of an edition whose addresses a plan shows. */
const SHOWN = 3;

/** What a fetch would ask, and how. */
export function describeFetchPlan(plan: FetchPlan, contact: string): string {
  const lines = [
    `Source: ${plan.source}`,
    `Hosts, in this order: ${plan.hosts.join(', ')}`,
    `How: robots.txt first and obeyed; at most ${plan.atOnce} requests at once; at least ${plan.pause} s between two to one host; Retry-After kept; at most ${plan.tries} tries for an address, with growing pauses; no cookies`,
    `Who asks: Variorum, with ${contact === '' ? 'your contact (not set yet: --contact)' : `the contact ${contact}`}`,
    `Reports: ${formatCount(plan.pages)} to ask for, ${formatCount(plan.held)} held already and not asked for`,
    `Time: ${describeDuration(plan.seconds)} at least`,
    '',
  ];
  for (const edition of plan.editions) {
    if (edition.reports.length === 0) {
      lines.push(`${edition.edition}: nothing to ask for (${countOf(edition.held, 'report')} held)`);
      continue;
    }
    lines.push(`${edition.edition}: ${countOf(edition.reports.length, 'report')}`);
    edition.lists.forEach((address, n) => {
      lines.push(`  ${n === 0 ? 'listed by' : 'else by'} ${address}`);
    });
    for (const { name, addresses } of edition.reports.slice(0, SHOWN))
      lines.push(`  ${name}: ${addresses.length === 0 ? 'as listed' : addresses.join(', else ')}`);
    const more = edition.reports.length - SHOWN;
    if (more > 0) lines.push(`  and ${formatCount(more)} more (--json names all)`);
  }
  return `${lines.join('\n')}\n\nNothing was asked. Without --dry-run it is.\n`;
}

/** A report that did not come, on one line. */
export function describeMissing({ edition, name, tried }: MissingReport): string {
  const last = tried.at(-1);
  if (last === undefined) return `${edition} ${name}: not found; no address is known.`;
  const places = tried.length === 1 ? '' : ` (and at ${tried.length - 1} more)`;
  return `${edition} ${name}: not found. ${last.address}${places}: ${last.reason.replace(/\.$/u, '')}.`;
}

/** The end of a fetch. */
export function describeFetch(summary: FetchSummary, stamp: LibraryStamp): string {
  const { saved, missing, left, stopped } = summary;
  const came = Object.values(saved).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${stopped ? 'Stopped. ' : ''}${countOf(came, 'report')} fetched and saved, ${formatCount(summary.unchanged)} unchanged, ${formatCount(summary.held)} held already and not asked for, ${formatCount(missing.length)} not found; ${countOf(summary.words, 'word')} read.`,
  ];
  if (saved['new-version'] !== undefined)
    lines.push(
      `${countOf(saved['new-version'], 'report')} came with other text than was held; both are kept.`,
    );
  if (stopped) lines.push('Each page that came is saved whole. The same command goes on from there.');
  for (const why of left) {
    lines.push(
      `${why}. It is left alone. To go on: the same command later, another source (--from wayback, or a mirror), or save the pages from a browser and run variorum import.`,
    );
  }
  return `${lines.join('\n')}\n${listMissing(missing)}Library: ${countOf(stamp.reports, 'report')}.\n`;
}

function listMissing(missing: readonly MissingReport[]): string {
  const absent = missing.filter((one) => one.absent);
  const refused = missing.filter((one) => !one.absent);
  return (
    listNames('Published, but no page was found at any address:', absent) +
    listNames('Not had, and worth another try:', refused)
  );
}

function listNames(heading: string, missing: readonly MissingReport[]): string {
  if (missing.length === 0) return '';
  const editions = [...new Set(missing.map(({ edition }) => edition))];
  const lines = editions.map((edition) => {
    const names = missing.filter((one) => one.edition === edition).map(({ name }) => name);
    return `  ${edition}: ${names.join(', ')}\n`;
  });
  return `${heading}\n${lines.join('')}`;
}
