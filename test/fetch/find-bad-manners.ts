import { MANNERS } from '../../src/fetch/fetch-manners.ts';
import type { LogEntry } from './replica.ts';

/** Everything in a server's log that a publisher would complain of. */
export function findBadManners(log: readonly LogEntry[], pause = MANNERS.pause): string[] {
  const complaints: string[] = [];
  const seen = new Map<string, LogEntry>();
  for (const entry of log) {
    const { host, path, at, headers } = entry;
    const where = `${host}${path} at ${at}`;
    if (entry.underWay > 3) complaints.push(`${where}: ${entry.underWay} requests under way`);
    const last = seen.get(host);
    if (last !== undefined && at - last.at < pause)
      complaints.push(`${where}: ${at - last.at} ms after the last`);
    if (last === undefined && path !== '/robots.txt') complaints.push(`${where}: before robots.txt`);
    seen.set(host, entry);
    for (const earlier of log) {
      if (earlier === entry) break;
      if (earlier.host !== host || earlier.retryAfter === null || earlier.ended === null) continue;
      // Told to wait before this request was sent.
      if (earlier.ended < at && at < earlier.ended + earlier.retryAfter - 1000)
        complaints.push(`${where}: ${earlier.ended + earlier.retryAfter - at} ms too early`);
    }
    if (headers.cookie !== undefined || headers.authorization !== undefined || headers.referer !== undefined)
      complaints.push(`${where}: sends what it should not`);
    if (!/^Variorum\//.test(headers['user-agent'] ?? '')) complaints.push(`${where}: does not say who asks`);
  }
  return complaints;
}
