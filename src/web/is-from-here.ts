import type { Context } from 'hono';

/** By what the browser says of where the form stood; who says nothing is not heeded. */
export function isFromHere(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  // Behind a server that speaks https for us only the host is the same.
  return new URL(origin).host === new URL(c.req.url).host;
}
