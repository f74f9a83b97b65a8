// The doors know no room behind the workbench, and need to write citations out.
export {
  CITATION_FORMATS,
  type CitationFormat,
  nameStyle,
  renderCitation,
  renderCitations,
  renderRecords,
} from '../../export/citation/render-citations.ts';
