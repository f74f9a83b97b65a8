/** A heading or name as it stands in an address: lower-case ASCII words joined by hyphens. "Women" → "women". */
export function slugify(text: string): string {
  return foldText(text)
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Lower case without diacritics: "Côte" → "cote". */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
