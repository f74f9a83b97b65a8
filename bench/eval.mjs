// npm run eval [-- --wrong]: how far comparisons agree with the pairs that were judged by reading
// (test/corpus/labelled-pairs.csv; docs/guide/how-pairs-were-judged.md says how). --wrong lists each disagreement.
import { existsSync, readFileSync } from 'node:fs';
import { compareReports } from '../dist/compare/compare-reports.js';
import { parseAddress } from '../dist/domain/address.js';
import { readCorpusReport } from './corpus-reports.mjs';

const corpus = process.env.CORPUS;
if (!corpus || !existsSync(corpus)) {
  console.error('Set CORPUS to a folder of unpacked pages (<year>/<slug>.html) and run again.');
  process.exit(2);
}
const judged = readJudged(new URL('../test/corpus/labelled-pairs.csv', import.meta.url));
const scores = { pairing: [], kind: [], moved: [] };
const byEditions = new Map();
const clear = { pairing: [], kind: [] };
const wrong = [];
for (const [id, rows] of groupByReports(judged)) {
  const [leftId, rightId] = id.split('..').map((one) => parseAddress(one));
  const left = readCorpusReport(corpus, leftId.edition, leftId.area);
  const right = readCorpusReport(corpus, rightId.edition, rightId.area);
  if (left === null || right === null) {
    console.error(`CORPUS lacks a page of ${id}: its ${rows.length} judgements are left out.`);
    continue;
  }
  const found = judge(rows, describePairs(compareReports(left, right), left, right));
  for (const key of Object.keys(scores)) scores[key].push(...found[key]);
  const editions = `${leftId.edition}-${rightId.edition}`;
  const ofEditions = byEditions.get(editions) ?? { pairing: [], kind: [] };
  byEditions.set(editions, ofEditions);
  for (const key of Object.keys(ofEditions)) {
    ofEditions[key].push(...found[key]);
    clear[key].push(...found[key].filter(([, , isHard]) => !isHard));
  }
  wrong.push(...found.wrong);
}
console.log(
  `${judged.length} judgements, ${judged.filter(({ left, right }) => left && right).length} of them pairs`,
);
showLine('pairing', scores.pairing);
showLine('pairing, without those marked as hard', clear.pairing);
for (const [editions, { pairing }] of [...byEditions].sort()) showLine(`pairing ${editions}`, pairing);
for (const change of ['same', 'edited', 'removed', 'added']) {
  showLine(
    `kind ${change}`,
    scores.kind.map(([is, was]) => [is === change, was === change]),
  );
}
showShare('kind, all passages', scores.kind);
showShare('kind, without those marked as hard', clear.kind);
for (const [editions, { kind }] of [...byEditions].sort()) showShare(`kind ${editions}`, kind);
showLine('moved', scores.moved);
if (process.argv.includes('--wrong')) for (const line of wrong) console.log(line);

/** Judged rows of one pair of reports against what was found; each list holds [found, judged, whether it is hard]. */
function judge(rows, pairs) {
  const passages = { left: new Map(), right: new Map() };
  const links = new Map();
  const hard = new Set();
  for (const row of rows) {
    for (const side of ['left', 'right']) {
      if (!row[side]) continue;
      passages[side].set(row[side], row.change);
      if (row.note.includes('hard')) hard.add(row[side]);
    }
    if (row.left && row.right) links.set(`${row.left} ${row.right}`, row);
  }
  const pairing = [];
  const kind = [];
  const moved = [];
  const wrong = [];
  const foundLinks = new Set();
  for (const pair of pairs) {
    for (const side of ['left', 'right']) {
      for (const one of pair[side]) {
        const was = passages[side].get(one);
        if (was === undefined) continue;
        kind.push([pair.change, was, hard.has(one)]);
        if (pair.change !== was) wrong.push(`${one}: found ${pair.change}, judged ${was}`);
      }
    }
    for (const link of pair.links) {
      foundLinks.add(link.join(' '));
      const row = links.get(link.join(' '));
      const isJudged = passages.left.has(link[0]) || passages.right.has(link[1]);
      if (!isJudged) continue;
      pairing.push([true, row !== undefined, link.some((one) => hard.has(one))]);
      if (row === undefined) wrong.push(`${link.join(' = ')}: found, not judged a pair`);
      else {
        moved.push([pair.moved !== null, row.moved === 'yes']);
        if ((pair.moved !== null) !== (row.moved === 'yes'))
          wrong.push(`${link.join(' = ')}: found moved ${pair.moved}, judged ${row.moved}`);
      }
    }
  }
  for (const [link, row] of links) {
    if (foundLinks.has(link)) continue;
    pairing.push([false, true, row.note.includes('hard')]);
    wrong.push(`${link.replace(' ', ' = ')}: judged a pair, not found ${row.note}`);
  }
  return { pairing, kind, moved, wrong };
}

function describePairs(comparison, left, right) {
  const addressOf = (report, order) => {
    const { section, number } = report.passages[order - 1];
    return `${report.edition}/${report.area}#${section}:${number}`;
  };
  return comparison.pairs.map(({ change, moved, left: lefts, right: rights, links }) => ({
    change,
    moved,
    left: lefts.map((order) => addressOf(left, order)),
    right: rights.map((order) => addressOf(right, order)),
    links: links.map((link) => [addressOf(left, link.left), addressOf(right, link.right)]),
  }));
}

function showLine(name, list) {
  const count = (test) => list.filter(test).length;
  const both = count(([is, was]) => is && was);
  const precision =
    both /
    Math.max(
      1,
      count(([is]) => is),
    );
  const recall =
    both /
    Math.max(
      1,
      count(([, was]) => was),
    );
  console.log(
    `${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${count(([, was]) => was)} judged)`,
  );
}

function showShare(name, list) {
  const right = list.filter(([is, was]) => is === was).length;
  console.log(`${name}: ${((100 * right) / list.length).toFixed(1)} % of ${list.length}`);
}

function groupByReports(rows) {
  const groups = new Map();
  // A row with one side empty belongs to the reports of the rows around it that have both.
  const other = new Map();
  for (const { left, right } of rows) {
    if (!left || !right) continue;
    other.set(reportOf(left), reportOf(right));
    other.set(reportOf(right), reportOf(left));
  }
  for (const row of rows) {
    const left = row.left ? reportOf(row.left) : other.get(reportOf(row.right));
    const right = row.right ? reportOf(row.right) : other.get(reportOf(row.left));
    const id = `${left}..${right}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

function reportOf(address) {
  return address.slice(0, address.indexOf('#'));
}

function readJudged(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  if (head !== 'left,right,change,moved,note') throw new Error(`labelled-pairs.csv begins with ${head}`);
  return lines.map((line) => {
    const [left, right, change, moved, ...note] = line.split(',');
    return { left, right, change, moved, note: note.join(',') };
  });
}
