import type { LibraryStamp } from '../../domain/library-stamp.ts';

/** A place in a list of hits. It holds for the library it was given out for, since another has other hits. */
export interface SearchCursor {
  readonly library: string;
  readonly offset: number;
}

export function formatCursor({ library, offset }: SearchCursor): string {
  return Buffer.from(`${library}:${offset}`).toString('base64url');
}

/** Where to go on, and whether that is still the list the cursor was made for; null if it is no cursor. */
export function readCursor(
  text: string,
  { version }: LibraryStamp,
): { readonly offset: number; readonly stale: boolean } | null {
  if (text.length > 60) return null;
  const match = /^([0-9a-f]{12}):(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (match === null) return null;
  const stale = match[1] !== version;
  return { offset: stale ? 0 : Number(match[2]), stale };
}
