import { assertNever } from '../../domain/assert-never.ts';
import type { QuoteCheck } from '../../domain/quote-check.ts';
import {
  describeChecked,
  describeVerdict,
  renderQuotesJson,
  renderQuotesMd,
} from '../../export/render-quotes.ts';
import { renderQuotesCsv } from '../../export/render-quotes-csv.ts';

// The doors know no room behind the workbench.
export { describeChecked, describeVerdict };

/** What was checked, as a file. */
export function renderQuotes(check: QuoteCheck, format: 'json' | 'csv' | 'md'): string {
  switch (format) {
    case 'json':
      return renderQuotesJson(check);
    case 'csv':
      return renderQuotesCsv(check);
    case 'md':
      return renderQuotesMd(check);
    default:
      return assertNever(format);
  }
}
