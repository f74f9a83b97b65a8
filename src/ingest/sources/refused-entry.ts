/** Why something that was found is not handed over. */
export type RefusalReason =
  /** Its name leads out of the archive: `..`, an absolute name, a drive letter, a backslash. */
  | 'outside-folder'
  | 'symlink-outside'
  | 'not-readable'
  | 'empty'
  | 'too-large'
  | 'zip-bomb'
  | 'encrypted'
  | 'broken-archive'
  /** Only for a file that was named itself; others are passed over. */
  | 'not-a-page'
  /** A pipe, a socket or a device. */
  | 'special-file';

/** Something that was found and is not handed over. */
export interface RefusedEntry {
  readonly kind: 'refused';
  /** As a person would name it, like the path of a page. */
  readonly path: string;
  readonly reason: RefusalReason;
  /** A plain sentence for the person who named the source. */
  readonly message: string;
}

/** A refusal as a value. */
export function refuse(path: string, reason: RefusalReason, message: string): RefusedEntry {
  return { kind: 'refused', path, reason, message };
}
