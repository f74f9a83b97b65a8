import { EXPORT_FORMATS, type ExportFormat } from '../workbench/render-publication.ts';

/** What a browser shows as it is; the rest is for saving. */
const SHOWN_IN_BROWSERS: ReadonlySet<string> = new Set(['txt', 'md', 'json', 'pdf']);

/** What a file's answer says of it. `name` is without the ending. */
export function fileHeaders(name: string, format: ExportFormat) {
  const { mediaType, ending } = EXPORT_FORMATS[format];
  const manner = SHOWN_IN_BROWSERS.has(format) ? 'inline' : 'attachment';
  return { 'Content-Type': mediaType, 'Content-Disposition': `${manner}; filename="${name}.${ending}"` };
}
