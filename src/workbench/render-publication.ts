/** The formats a publication can be had in. */
export type ExportFormat = 'txt' | 'md' | 'html' | 'json' | 'csv';
