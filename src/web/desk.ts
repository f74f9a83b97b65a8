import type { Context } from 'hono';
import { Problem } from '../domain/problem.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Site } from './document.tsx';
import { createPageCache } from './page-cache.ts';
import { answerPage, type RenderedPage } from './rendered-page.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import type { StaticFiles } from './static-files.ts';

/** What the routes answer with the help of. */
export interface Desk {
  readonly workbench: Workbench;
  readonly files: StaticFiles;
  /** Is told of every error that is a fault of ours. */
  reportFault(error: unknown): void;
  openSite(c: Context): Promise<Site>;
  /** Answers from memory, if the library has not changed since; else with what `render` gives. */
  serve(c: Context, render: () => Promise<RenderedPage | Response>): Response | Promise<Response>;
}

/** Rendered pages are kept in so much memory at most. */
const MOST_KEPT = 32_000_000;

export function createDesk({
  workbench,
  files,
  reportFault,
}: Pick<Desk, 'workbench' | 'files' | 'reportFault'>): Desk {
  const cache = createPageCache(MOST_KEPT);
  return {
    workbench,
    files,
    reportFault,
    async openSite(c) {
      const stamp = await workbench.getStamp();
      return { catalog: workbench.catalog, files, stamp, origin: new URL(c.req.url).origin };
    },
    serve(c, render) {
      const address = c.req.url;
      const revision = workbench.getRevision();
      const known = cache.find(address, revision);
      if (known !== null) return answerPage(c, known);
      return render().then((made) => {
        if (made instanceof Response) return made;
        if (made.status === 200) cache.keep(address, revision, made);
        return answerPage(c, made);
      });
    },
  };
}

/** @param address an address of our own */
export function redirectTo(address: string, status: 301 | 302 | 303): Response {
  const Location = encodeURI(address).replaceAll('%25', '%');
  return new Response(null, {
    status,
    headers: { ...SECURITY_HEADERS, Location, 'Cache-Control': 'no-cache' },
  });
}

/** True for who asked for data: by the address’s ending or, asking for JSON, by the Accept header. */
export function wantsData(c: Context): boolean {
  if (/\.(jsonl?|csv|md|txt|bib|ris|parquet)$/.test(c.req.path)) return true;
  const accepted = c.req.header('Accept') ?? '';
  return /\bapplication\/(problem\+)?json\b/.test(accepted) && !/\btext\/html\b/.test(accepted);
}

export function notFound(message: string, details: readonly string[] = []): Problem {
  return new Problem('not-found', message, details);
}

/** The part of the address behind the question mark, as it came. */
export function rawQuery(c: Context): string {
  const { url } = c.req;
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}

/** Some programs write commas and slashes as %2C and %2F: that is the same address, not one to lead away from. */
export function isSameQuery(raw: string, canonical: string): boolean {
  if (raw === canonical) return true;
  try {
    return decodeURIComponent(raw) === canonical;
  } catch {
    return false;
  }
}
