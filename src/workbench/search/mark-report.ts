import { Problem } from '../../domain/problem.ts';
import type { Report } from '../../domain/report.ts';
import type { SearchedQuery, TextRange } from '../../domain/search-answer.ts';
import { tokenise } from '../../domain/tokens.ts';
import { prepareNear, preparePattern } from '../../domain/word-pattern.ts';
import { evaluateQuery } from '../../search/evaluate-query.ts';
import { type HitLeaf, type HitQuery, leafKey, listLeaves } from '../../search/hit-query.ts';
import { prepareMarker } from '../../search/mark-text.ts';
import { parseQuery } from '../../search/parse-query.ts';
import { joinParts, type PassageIndex, PlaceList } from '../../search/passage-index.ts';
import type { PassageSet } from '../../search/passage-set.ts';
import type { WordList } from '../../search/word-list.ts';
import { ProblemList } from '../problem-list.ts';
import { describeQuery, type SearchTools } from './prepare-search.ts';
import { resolveQuery } from './resolve-query.ts';
import type { SearchDesk } from './search-desk.ts';
import type { SearchRequest } from './search-request.ts';

/** What a search finds in one report. */
export interface ReportMarks {
  readonly query: SearchedQuery;
  /** The passages found, by their order in the report, in order, and what to mark in each. */
  readonly ranges: ReadonlyMap<number, readonly TextRange[]>;
}

/**
 * What the words of a search, and the filters among them, find in a report of whatever version: the passages and
 * marks that a search of the library has for it. Looks at its text, not at the full text, which holds newest
 * versions only.
 * @throws Problem invalid-input if the query cannot be searched
 */
export async function markReport(
  report: Report,
  request: SearchRequest,
  desk: SearchDesk,
  tools: SearchTools,
): Promise<ReportMarks> {
  const parsed = parseQuery(request.text);
  const problems = new ProblemList();
  for (const problem of parsed.problems) problems.add(() => problem);
  const index = indexReport(report, tools);
  const { tree, widenings, held, resolve } = await desk.use(async ({ words }) => ({
    held: words,
    ...(parsed.tree === null || !request.spellings
      ? { tree: parsed.tree, widenings: [] }
      : tools.spellings.widen(parsed.tree, words)),
    resolve: prepareResolve(index, words, problems, tools),
  }));
  const words = tree === null ? [] : [resolve(tree)];
  const filters = parsed.filters.map(resolve);
  if (problems.lines.length > 0)
    throw new Problem('invalid-input', 'The query cannot be searched as it stands.', problems.lines);
  const marker = prepareMarker({ kind: 'and', nodes: words });
  const found = findPassages([...words, ...filters], report, index);
  return {
    query: describeQuery(request, parsed, { tree, widenings }, held),
    ranges: new Map(
      Array.from(found.ids, (id) => [id + 1, marker.findRanges(report.passages[id]?.text ?? '')]),
    ),
  };
}

function prepareResolve(index: PassageIndex, words: WordList, problems: ProblemList, tools: SearchTools) {
  const input = { ...tools, index, words, problems };
  return (node: Parameters<typeof resolveQuery>[0]): HitQuery => resolveQuery(node, input);
}

function indexReport(report: Report, { catalog }: SearchTools): PassageIndex {
  const places = new PlaceList(catalog.topics);
  const sections = new Map(report.sections.map(({ key }, i) => [key, i]));
  const facts = report.passages.map(({ section, words, underLabel, topics }) => ({
    section: sections.get(section) ?? 0,
    words,
    underLabel,
    topics,
  }));
  return joinParts([places.describe(report, report.sections, facts)], places.places);
}

function findPassages(nodes: readonly HitQuery[], { passages }: Report, index: PassageIndex): PassageSet {
  if (nodes.length === 0) return { ids: new Int32Array(0), scores: null };
  const query: HitQuery = { kind: 'and', nodes };
  const tokens = passages.map(({ text }) => tokenise(text));
  const leaves = new Map(
    listLeaves(query).map((leaf) => {
      const finder = toFinder(leaf);
      const ids = tokens.flatMap((words, id) => (finder.find(words).length > 0 ? id : []));
      return [leafKey(leaf), { ids: Int32Array.from(ids), scores: null }];
    }),
  );
  return evaluateQuery(query, { size: index.passages, leaves, known: new Map() });
}

function toFinder(leaf: HitLeaf) {
  return leaf.kind === 'words' ? preparePattern(leaf.pattern) : prepareNear(leaf.pattern);
}
