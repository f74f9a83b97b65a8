/** Names the state of a library, so that a number or an export can be repeated. */
export interface LibraryStamp {
  /**
   * First 12 hexadecimal digits of the SHA-256 over the sorted lines `2021/mli@<version>` of all reports held
   * (newest versions): the same texts give the same version on every machine.
   */
  readonly version: string;
  /** Counts the changes to this library on this machine; for caches only. */
  readonly revision: number;
  readonly reports: number;
  readonly passages: number;
  readonly words: number;
  /** True if every report held is an invented sample. */
  readonly sampleOnly: boolean;
}
