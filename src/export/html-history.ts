import type { HistoryForm } from '../domain/passage-history.ts';
import { escapeText } from './html-passage.ts';
import { HTML_MARKS } from './html-redline.ts';
import { markBoth } from './mark-difference.ts';

/** A form's text, escaped, with what differs from the form before it marked. */
export function renderFormHtml({ passage, step }: HistoryForm, before: HistoryForm | null): string {
  return step === null || step.difference === null || before === null
    ? escapeText(passage.text)
    : markBoth(step.difference, before.passage.text, passage.text, HTML_MARKS);
}
