/** The name of an archive's entry: clean, with `/` between its parts; or why it cannot be used. */
export type EntryName =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'outside'; readonly why: string };

/**
 * Checks the name of an archive's entry. Nothing is ever written under such a name; but a name that leads out of
 * the archive shows that it was made to do harm, and would stand in the library as the page's origin.
 */
export function checkEntryName(raw: string): EntryName {
  if (raw.includes('\\')) return outside('has a backslash in it');
  if (raw.startsWith('/')) return outside('begins at the root of the disk');
  if (/^[a-zA-Z]:/.test(raw)) return outside('begins with a drive letter');
  const parts = raw.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return outside('leads out of the archive with “..”');
  return { kind: 'name', name: parts.join('/') };
}

/** Whether a link inside an archive leads out of it. `base` is the folder that the target is relative to. */
export function leadsOutside(base: string, target: string): boolean {
  if (/^[/\\]|^[a-zA-Z]:|\\/.test(target)) return true;
  let depth = base.split('/').filter((part) => part !== '').length;
  for (const part of target.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** Whether a name is a page's: `.html` or `.htm`, in any case. */
export function isPageName(name: string): boolean {
  return /\.html?$/i.test(name);
}

/** Whether any part of a name is hidden: `.DS_Store`, `._mali.html`, `__MACOSX/…`. */
export function isHiddenName(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** A name that can be printed: nothing in it moves the cursor, turns the line round or fills the screen. */
export function printableName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return clean.length <= 300 ? clean : `${clean.slice(0, 150)}…${clean.slice(-149)}`;
}

/** A time that an entry states, or null where none is: archives write 1970 or 1980 where they know none. */
export function findEntryTime(time: Date | null | undefined): Date | null {
  if (!time || Number.isNaN(time.getTime())) return null;
  return time.getUTCFullYear() > 1980 ? time : null;
}

function outside(why: string): EntryName {
  return { kind: 'outside', why };
}
