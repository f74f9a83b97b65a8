import type { Coverage } from '../../domain/coverage.ts';
import { SELECTION_ORDERS } from '../../domain/selection.ts';
import type { BuilderChoices } from '../builder-state.ts';
import type { Site } from '../document.tsx';
import { formatCount, ORDER_WORDS } from '../plain-words.ts';
import { AreasStep } from './areas-step.tsx';
import { SectionsStep } from './sections-step.tsx';
import { YearsStep } from './years-step.tsx';

/** What a choice comes to. */
export interface SelectionCount {
  readonly reports: number;
  readonly passages: number;
  readonly words: number;
  readonly gaps: number;
}

export interface BuilderFormProps {
  readonly site: Site;
  readonly coverage: Coverage;
  readonly choices: BuilderChoices;
  readonly outlineEdition: number | null;
  /** Whether its outline was asked for, and should stand open. */
  readonly outlineAsked?: boolean;
  /** What it comes to, in words; null: not counted yet. */
  readonly status: string | null;
}

/** The three steps, and what they come to. A plain form: it needs no JavaScript. */
export function BuilderForm({
  site,
  coverage,
  choices,
  outlineEdition,
  outlineAsked = false,
  status,
}: BuilderFormProps) {
  return (
    <form class="builder" id="builder" action="/report" method="get">
      <div class="steps">
        <YearsStep catalog={site.catalog} coverage={coverage} choices={choices} />
        <SectionsStep
          catalog={site.catalog}
          choices={choices}
          outlineEdition={outlineEdition}
          outlineAsked={outlineAsked}
        />
        <AreasStep catalog={site.catalog} coverage={coverage} choices={choices} />
      </div>
      <p class="tally-jump" id="tally-jump" hidden>
        <a href="#tally">
          <strong>Your report</strong> <span id="count-again" />
        </a>
      </p>
      <div class="tally" id="tally">
        <h2>Your report</h2>
        <div class="chosen" id="chosen" hidden />
        <p class="count" id="count" role="status">
          {status ?? 'Choose years, sections and countries or areas.'}
        </p>
        <div class="order" id="step-order" tabindex={-1}>
          <label for="order">Arrange it</label>
          <select id="order" name="order">
            {SELECTION_ORDERS.map((order) => (
              <option value={order} selected={choices.order === order}>
                {ORDER_WORDS[order]}
              </option>
            ))}
          </select>
        </div>
        <div class="tally-actions">
          <button type="submit" class="primary">
            Build the report
          </button>
          <button type="submit" class="quiet" formaction="/#tally" name="count" value="1" id="count-button">
            Count only
          </button>
        </div>
      </div>
    </form>
  );
}

export function describeCount({ reports, passages, words, gaps }: SelectionCount): string {
  const missing = gaps === 0 ? '' : ` ${formatCount(gaps, 'thing')} asked for will be named as missing.`;
  if (reports === 0) return `No report in this library answers to this choice.${missing}`;
  const counts = [
    formatCount(reports, 'report'),
    formatCount(passages, 'passage'),
    formatCount(words, 'word'),
  ];
  return `${counts.join(', ')}.${missing}`;
}
