// The doors know no room behind the workbench, and write out what was checked.
export {
  describeChecked,
  describeVerdict,
  renderQuotesJson,
  renderQuotesMd,
} from '../../export/render-quotes.ts';
export { renderQuotesCsv } from '../../export/render-quotes-csv.ts';
