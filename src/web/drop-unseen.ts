/** Without control and format characters: no name has any, and a page should not repeat them. */
export function dropUnseen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
}
