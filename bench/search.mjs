import { measureCrowd } from './search/measure-crowd.mjs';
import { measureHostile } from './search/measure-hostile.mjs';
import { measurePeer } from './search/measure-peer.mjs';
import { measureQuotes } from './search/measure-quotes.mjs';

const PEERS = ['bare FTS5', 'MiniSearch', 'FlexSearch', 'Orama'];

/**
 * Thirty queries end to end (twenty best with marks, total, facets) beside bare FTS5 and the libraries from npm, each
 * in a process of its own and one after the other, so that what else the machine does falls on both.
 */
export async function measureSearch(corpus, library, show) {
  for (const name of PEERS) await measurePeer(name, library, show);
  await measureQuotes(library, show);
  await measureHostile(library, show);
  await measureCrowd(corpus, show);
}
