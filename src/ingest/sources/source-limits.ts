const MB = 1024 * 1024;

/** How much a source may ask of this machine before it is refused. All sizes in bytes. */
export interface SourceLimits {
  /** The largest page that is read. */
  readonly maxPageBytes: number;
  /** How many entries of any kind an archive may have. */
  readonly maxArchiveEntries: number;
  /** How much an archive may hold when expanded, entries that are passed over included. */
  readonly maxArchiveBytes: number;
  /** How many bytes may come out of an archive for each byte that went in, beyond the free expansion. */
  readonly maxExpansion: number;
  /** What an archive may expand to whatever its ratio. */
  readonly freeExpansionBytes: number;
}

/**
 * The limits used unless others are given.
 *
 * Measured on pages of eight editions: a page has at most 0.5 MB; an edition expands 15:1 to 50:1 in tar.xz, 6:1 in
 * tar.gz and zip, all editions in one tar.xz 30:1. Six captures of one edition packed together reach 284:1, at
 * 253 MB: what is near-identical packs without bound, so a ratio alone would refuse honest archives. A ratio is
 * therefore asked for only beyond the free expansion, which costs two or three seconds and no memory to read.
 */
export const SOURCE_LIMITS: SourceLimits = {
  maxPageBytes: 20 * MB,
  maxArchiveEntries: 200_000,
  maxArchiveBytes: 4096 * MB,
  maxExpansion: 200,
  freeExpansionBytes: 512 * MB,
};
