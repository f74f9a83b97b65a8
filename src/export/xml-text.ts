/** XML 1.0 (fifth edition, 2.2) has no way to write these: most control characters, halves of pairs, two others. */
const NOT_IN_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with U+FFFD in place of each character that XML cannot hold. */
export function toXmlText(text: string): string {
  return text.replace(NOT_IN_XML, '\ufffd');
}
