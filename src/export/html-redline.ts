import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, isAskedFor, isChange, listRows } from '../domain/comparison-filter.ts';
import {
  type ComparisonView,
  findSection,
  listPassages,
  pairId,
  passageAddress,
  type Side,
  sideText,
  type TopicChanges,
} from '../domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../domain/corrected-comparison.ts';
import {
  CHANGE_WORDS,
  describeAbsence,
  describePair,
  nameSection,
  nameSide,
  nameTopic,
  WORTH_QUOTING,
} from '../domain/describe-pair.ts';
import type { Passage } from '../domain/passage.ts';
import { citePassages, collectPassages } from './comparison-front-matter.ts';
import { countOf } from './front-matter.ts';
import { escapeAttribute, escapeText, renderSideCite } from './html-passage.ts';
import { type DifferenceMarks, markBoth, markNewer, markOlder } from './mark-difference.ts';

/** Words gone and new as HTML has them; how they look, and what is read aloud of them, is the style's. */
export const HTML_MARKS: DifferenceMarks = {
  plain: escapeText,
  removed: (text) => `<del>${escapeText(text)}</del>`,
  added: (text) => `<ins>${escapeText(text)}</ins>`,
};

/** How a redline is drawn. */
export interface RedlineOptions {
  readonly filter: ComparisonFilter;
  /** `two`: columns, and on a narrow screen one; `one`: always one. */
  readonly layout: 'two' | 'one';
  /** Where a passage can be read in its report, or null if nowhere from here. */
  readonly addressOf: ((side: Side, passage: Passage) => string) | null;
  /** Where passages of one side are cited, or null if nowhere from here. */
  readonly citeOf: ((side: Side, passages: readonly Passage[]) => string) | null;
  /** Where kept passages are shown with their text: an address that ends before the fragment; null if nowhere. */
  readonly everythingAt: string | null;
  /** Where a reader can correct a pair; without it, nowhere from here. */
  readonly correctAt?: (pair: Pair) => string;
}

/** Draws the topics of one comparison, one by one; every change knows the one before it and the one behind it. */
export class Redline {
  readonly #view: ComparisonView;
  readonly #options: RedlineOptions;
  readonly #neighbours: ReadonlyMap<
    string,
    { readonly before: string | null; readonly behind: string | null }
  >;

  constructor(view: ComparisonView, options: RedlineOptions) {
    this.#view = view;
    this.#options = options;
    const ids = view.topics.flatMap(({ pairs }) =>
      pairs
        .filter((pair) => isAskedFor(pair, options.filter) && isChange(pair))
        .map((pair) => pairId(view, pair)),
    );
    this.#neighbours = new Map(
      ids.map((id, i) => [id, { before: ids[i - 1] ?? null, behind: ids[i + 1] ?? null }]),
    );
  }

  /** The first change that is shown, or null. */
  get first(): string | null {
    return this.#neighbours.keys().next().value ?? null;
  }

  /** A section with the topic's heading (h2) and its rows; empty if nothing of it is shown. */
  renderTopic(topic: TopicChanges): string {
    const rows = listRows(topic.pairs, this.#options.filter);
    if (rows.length === 0) return '';
    const id = topicAnchor(topic);
    let html = `<section class="topic-changes" aria-labelledby="${id}">\n<h2 id="${id}">${escapeText(nameTopic(topic))}</h2>\n${this.#renderHeadings(topic)}`;
    for (const row of rows) {
      html += row.kind === 'pair' ? this.#renderPair(row.pair, topic) : this.#renderKept(row.pairs);
    }
    return `${html}</section>\n`;
  }

  /** Under which headings either report has the topic: outlines differ, topics do not. */
  #renderHeadings({ leftSections, rightSections }: TopicChanges): string {
    const view = this.#view;
    const lines = (['left', 'right'] as const).map((side) => {
      const sections = side === 'left' ? leftSections : rightSections;
      const names = sections.map((section) => `“${nameSection(section)}”`);
      const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more headings`] : names;
      return `<div><dt>${escapeText(nameSide(view, side))}</dt><dd>${shown.length === 0 ? 'none of these passages' : escapeText(shown.join(', '))}</dd></div>`;
    });
    return `<dl class="topic-headings">${lines.join('')}</dl>\n`;
  }

  #renderKept(pairs: readonly Pair[]): string {
    const view = this.#view;
    const older = collectPassages(view, pairs, 'left');
    const [older0] = pairs;
    const [left, right] = [
      citePassages(view, 'left', older),
      citePassages(view, 'right', collectPassages(view, pairs, 'right')),
    ];
    const { everythingAt } = this.#options;
    const more =
      everythingAt === null || older0 === undefined
        ? ''
        : ` <a href="${escapeAttribute(`${everythingAt}#${pairId(view, older0)}`)}">Show ${older.length === 1 ? 'it' : 'them'}</a>`;
    return `<p class="kept-run">${countOf(older.length, 'passage')} kept word for word: ${escapeText(left)} = ${escapeText(right)}.${more}</p>\n`;
  }

  #renderPair(pair: Pair, topic: TopicChanges): string {
    const view = this.#view;
    const id = escapeAttribute(pairId(view, pair));
    const kind = `${pair.change}${pair.moved === null ? '' : ' moved'}${isChange(pair) ? ' change' : ''}`;
    return `<article class="pair ${kind}" id="${id}" tabindex="-1" aria-label="${escapeAttribute(this.#label(pair))}">
<div class="pair-head"><p><strong class="change-word">${CHANGE_WORDS[pair.change]}</strong>${escapeText(describePair(view, pair).slice(CHANGE_WORDS[pair.change].length))}</p>${this.#renderJumps(pair, id)}</div>
${this.#renderCorrections(pair)}${this.#renderText(pair, topic)}</article>
`;
  }

  #label(pair: Pair): string {
    const sides = (['left', 'right'] as const).flatMap((side) => {
      const [first] = listPassages(this.#view, pair, side);
      return first === undefined ? [] : passageAddress(this.#view, side, first);
    });
    return `${CHANGE_WORDS[pair.change]}: ${sides.join(', ')}`;
  }

  #renderJumps(pair: Pair, id: string): string {
    const beside = this.#neighbours.get(pairId(this.#view, pair));
    const jump = (to: string | null, sign: string, name: string): string =>
      to === null ? '' : `<a href="#${escapeAttribute(to)}" aria-label="${name} change">${sign}</a>`;
    const address = this.#options.correctAt?.(pair);
    const correct =
      address === undefined
        ? ''
        : `<a class="correct-link" href="${escapeAttribute(address)}">Correct<span class="unseen"> this pairing: ${id}</span></a>`;
    return `<p class="jumps">${correct}<a class="pair-link" href="#${id}" aria-label="Address of this pair">#</a>${jump(beside?.before ?? null, '↑', 'Previous')}${jump(beside?.behind ?? null, '↓', 'Next')}</p>`;
  }

  #renderCorrections(pair: Pair): string {
    return listPairCorrections(this.#view, pair)
      .map((one) => `<p class="correction">${escapeText(describeApplied(this.#view, one))}</p>\n`)
      .join('');
  }

  #renderText(pair: Pair, topic: TopicChanges): string {
    const { layout } = this.#options;
    if (pair.change === 'removed')
      return this.#sides(this.#renderSide(pair, topic, 'left'), this.#absence(pair));
    if (pair.change === 'added') {
      const none = `<div class="side none"><p class="side-cite"><span class="side-year">${escapeText(nameSide(this.#view, 'left'))}</span> not found</p></div>\n`;
      return this.#sides(none, this.#renderSide(pair, topic, 'right'));
    }
    const inline = this.#renderInline(pair, topic);
    if (layout === 'one') return inline;
    // Side by side where there is room, in one where there is not: the style shows one of the two.
    return `${this.#sides(this.#renderSide(pair, topic, 'left'), this.#renderSide(pair, topic, 'right'))}${inline}`;
  }

  #sides(left: string, right: string): string {
    return `<div class="sides">\n${left}${right}</div>\n`;
  }

  #renderSide(pair: Pair, topic: TopicChanges, side: Side): string {
    const text = sideText(this.#view, pair, side);
    const shown =
      pair.difference === null
        ? escapeText(text)
        : side === 'left'
          ? markOlder(pair.difference, text, HTML_MARKS)
          : markNewer(pair.difference, text, HTML_MARKS);
    return `<div class="side ${side}">${this.#cite(pair, topic, side)}<p class="side-text">${shown}</p></div>\n`;
  }

  #renderInline(pair: Pair, topic: TopicChanges): string {
    const older = sideText(this.#view, pair, 'left');
    const newer = sideText(this.#view, pair, 'right');
    const shown =
      pair.difference === null ? escapeText(newer) : markBoth(pair.difference, older, newer, HTML_MARKS);
    return `<div class="inline">${this.#cite(pair, topic, 'left')}${this.#cite(pair, topic, 'right')}<p class="side-text">${shown}</p></div>\n`;
  }

  /**
   * "2023 1.c:4, 1.c:5": where the passages stand, each with a link to read it there, and under which heading,
   * unless the topic has only one and it stands above.
   */
  #cite(pair: Pair, { leftSections, rightSections }: TopicChanges, side: Side): string {
    const headings = side === 'left' ? leftSections : rightSections;
    return this.#citeLine(side, listPassages(this.#view, pair, side), headings.length > 1);
  }

  #citeLine(side: Side, passages: readonly Passage[], withHeading: boolean): string {
    const view = this.#view;
    const { addressOf, citeOf } = this.#options;
    const [first] = passages;
    const links = passages.map((passage) => {
      const name = escapeText(`${passage.section}:${passage.number}`);
      const address = addressOf?.(side, passage);
      return address === undefined ? name : `<a href="${escapeAttribute(address)}">${name}</a>`;
    });
    const heading =
      first === undefined || !withHeading
        ? ''
        : ` <span class="side-heading">${escapeText(nameSection(findSection(view[side], first)))}</span>`;
    const year = nameSide(view, side);
    const cite =
      first === undefined || citeOf === null
        ? ''
        : renderSideCite(citeOf(side, passages), `${year} ${first.section}:${first.number}`);
    return `<p class="side-cite"><span class="side-year">${escapeText(year)}</span> ${links.join(', ')}${cite}${heading}</p>`;
  }

  #absence(pair: Pair): string {
    const { looked, nearest, topics } = describeAbsence(this.#view, pair);
    const lines = [looked, ...topics].map((line) => `<p>${escapeText(line)}</p>`).join('');
    return `<div class="side right absence"><p class="side-cite"><span class="side-year">${escapeText(nameSide(this.#view, 'right'))}</span> not found</p>${lines}${this.#nearest(pair, nearest)}</div>\n`;
  }

  #nearest(pair: Pair, sentence: string): string {
    const nearest = pair.absence?.nearest ?? null;
    const passage = nearest === null ? undefined : this.#view.right.passages[nearest.order - 1];
    if (nearest === null || passage === undefined || nearest.score === 0)
      return `<p>${escapeText(sentence)}</p>`;
    const text =
      nearest.score < WORTH_QUOTING
        ? escapeText(passage.text)
        : markNewer(nearest.difference, passage.text, HTML_MARKS);
    const kind = nearest.score < WORTH_QUOTING ? 'nearest common' : 'nearest';
    return `<details class="${kind}"><summary>${escapeText(sentence)}</summary>${this.#citeLine('right', [passage], true)}<p class="side-text">${text}</p></details>`;
  }
}

/** `topic-torture` */
export function topicAnchor({ topic }: Pick<TopicChanges, 'topic'>): string {
  return `topic-${escapeAttribute(topic?.id ?? 'none')}`;
}
