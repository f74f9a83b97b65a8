import { formatAddress } from '../domain/address.ts';
import type { Hit, HitList } from '../domain/search-answer.ts';
import { countToJson, queryToJson, WHAT_A_SEARCH_IS } from './describe-search.ts';

/**
 * One JSON object, a hit a line: the count with its denominator first, then the hits. `query` is what was typed,
 * `search` the address that repeats it, `ranges` are UTF-16 offsets into `text` of what the query speaks of.
 */
export async function* renderHitsJson({
  count,
  address,
  asked,
  given,
  reliefs,
  hits,
}: HitList): AsyncGenerator<string> {
  const head = JSON.stringify({
    about: WHAT_A_SEARCH_IS,
    ...countToJson(count),
    ...queryToJson(count.query),
    search: address,
    ...asked,
    reliefs,
    given,
  });
  yield `${head.slice(0, -1)},"hits":[`;
  let separator = '\n';
  for await (const hit of hits) {
    yield `${separator}${JSON.stringify(hitToJson(hit))}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** A hit a line, each as in the JSON, with nothing before or behind them. */
export async function* renderHitsJsonl({ hits }: HitList): AsyncGenerator<string> {
  for await (const hit of hits) yield `${JSON.stringify(hitToJson(hit))}\n`;
}

function hitToJson({ report, path, passage, ranges }: Hit): object {
  const { edition, area, areaName, version, provenance, sample } = report;
  const { section, number, label, text, topics } = passage;
  return {
    edition,
    area,
    areaName,
    section,
    heading: path.at(-1)?.heading ?? '',
    path: path.map(({ key, heading }) => ({ key, heading })),
    passage: number,
    label,
    text,
    ranges,
    topics,
    address: formatAddress({ edition, area, section, passage: number }),
    version,
    officialAddress: sample ? null : provenance.address,
    sample,
  };
}
