/** A contact as it can stand in a header: an e-mail address or the https address of a page; null for anything else. */
export function parseContact(text: string): string | null {
  const typed = text.trim();
  if (typed.length > 120) return null;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(typed)) return typed;
  // Only the letters of an address: no brackets or quotes that would end a comment in a header, and no password.
  return /^https:\/\/[\w.~:/?#[\]!$&*+,;=%-]+$/u.test(typed) ? typed : null;
}
