/**
 * What an answer is that came as if it were a report, in words; null if it looks like one. Whether it can be read is
 * another question.
 */
export function nameStranger(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  const barrier = nameBarrier(text);
  if (/\bclass\s*=\s*["'][^"']*\breport__main\b/u.test(text)) {
    // A length that is stated too low cuts a page off without any other trace.
    return /<\/html>\s*(?:<!--[\s\S]*?-->\s*)*$/iu.test(text.slice(-20_000))
      ? null
      : 'a page that is cut short';
  }
  if (barrier !== null) return barrier;
  const title = findTitle(text);
  const isError = /not found|page unavailable|technical difficulties|internal server error|\b404\b/iu.test(
    title,
  );
  return `${isError ? 'an error page' : 'a page without a report'}${named(title)}`;
}

/** What an answer is that stands in the way of any page; null for pages. */
export function nameObstacle(bytes: Uint8Array): string | null {
  return nameBarrier(decode(bytes));
}

const BLOCKS =
  /access denied|request blocked|forbidden|captcha|are you (?:a )?human|unusual traffic|cf-challenge|incapsula/iu;

function nameBarrier(text: string): string | null {
  const start = text.slice(0, 1024).trimStart();
  if (start === '') return 'an empty answer';
  if (start.startsWith('%PDF-')) return 'a PDF';
  if (start.startsWith('{') || start.startsWith('[')) return 'data, not a page';
  if (!start.includes('<')) return 'no web page';
  const title = findTitle(text);
  if (BLOCKS.test(title) || (text.length < 20_000 && BLOCKS.test(text)))
    return `a page that blocks programs${named(title)}`;
  if (/<input[^>]+type\s*=\s*["']?password/iu.test(text)) return `a page to log in${named(title)}`;
  return null;
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

function named(title: string): string {
  return title === '' ? '' : `, titled “${title}”`;
}

function findTitle(text: string): string {
  const title = /<title[^>]*>([^<]*)/iu.exec(text)?.[1] ?? '';
  return title.replace(/\s+/gu, ' ').trim().slice(0, 80);
}
