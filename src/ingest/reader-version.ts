/** Changes whenever the same bytes could be read in another way; a library re-reads what an older reader read. */
export const READER_VERSION = '2';
