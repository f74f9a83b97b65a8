/**
 * What an answer is that came as if it were a report, in words; null if it looks like one. Whether it can be read is
 * another question.
 */
export function nameStranger(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'an empty answer';
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const start = text.slice(0, 1024).trimStart();
  if (start.startsWith('%PDF-')) return 'a PDF';
  if (start.startsWith('{') || start.startsWith('[')) return 'data, not a page';
  if (!/<html|<!doctype html/iu.test(start) && !start.includes('<')) return 'no web page';
  if (/\bclass\s*=\s*["'][^"']*\breport__main\b/u.test(text)) {
    // A length that is stated too low cuts a page off without any other trace.
    return /<\/html>\s*(?:<!--[\s\S]*?-->\s*)*$/iu.test(text.slice(-20_000))
      ? null
      : 'a page that is cut short';
  }
  const title = findTitle(text);
  const named = title === null ? '' : `, titled “${title}”`;
  const says = `${title ?? ''} ${text.slice(0, 20_000)}`;
  if (
    /access denied|request blocked|forbidden|captcha|are you (?:a )?human|unusual traffic|cf-challenge|incapsula/iu.test(
      says,
    )
  )
    return `a page that blocks programs${named}`;
  if (/<input[^>]+type\s*=\s*["']?password/iu.test(text)) return `a page to log in${named}`;
  if (/not found|page unavailable|technical difficulties|internal server error|404/iu.test(title ?? ''))
    return `an error page${named}`;
  return `a page without a report${named}`;
}

function findTitle(text: string): string | null {
  const title = /<title[^>]*>([^<]*)/iu.exec(text)?.[1]?.replace(/\s+/gu, ' ').trim() ?? '';
  return title === '' ? null : title.slice(0, 80);
}
