import { findArchivedAddress } from './archive-address.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address a link of a page leads to: made absolute against the page's own address, a web archive's
 * rewriting undone. Null for anything but http, https and mailto, so that no script can hide in a link.
 */
export function resolveLink(href: string, pageAddress: string): string | null {
  const plain = href.trim();
  if (plain === '' || plain.startsWith('#')) return null;
  const archived = findArchivedAddress(plain);
  const base = findArchivedAddress(pageAddress)?.original ?? pageAddress;
  const target = archived?.original ?? plain;
  if (!URL.canParse(target, base)) return null;
  const url = new URL(target, base);
  const again = findArchivedAddress(url.href);
  if (again !== null && again.original !== plain) return resolveLink(again.original, base);
  return ALLOWED.has(url.protocol) ? url.href : null;
}
