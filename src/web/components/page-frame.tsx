import type { Child } from 'hono/jsx';
import type { Site } from '../document.tsx';
import { formatCount, UNOFFICIAL_NOTICE } from '../plain-words.ts';
import { SampleBanner } from './sample-banner.tsx';
import { QuickSearch } from './search/quick-search.tsx';

const PARTS = [
  ['/', 'Build a report'],
  ['/search', 'Search'],
  ['/quote', 'Check quotations'],
  ['/compare', 'Compare'],
  ['/areas', 'Countries and areas'],
  ['/editions', 'Editions'],
  ['/topics', 'Topics'],
  ['/packet', 'Packet'],
  ['/coverage', 'Coverage'],
  ['/sources', 'Sources'],
] as const;

/** What stands around every page: the way in, the way on, and what this is not. */
export function PageFrame({
  site,
  part,
  children,
}: {
  readonly site: Site;
  readonly part: string | null;
  readonly children?: Child;
}) {
  const { stamp } = site;
  return (
    <body>
      <a class="skip" href="#main">
        Skip to the page’s text
      </a>
      <header class="masthead">
        <div class="wrap masthead-inner">
          <p class="wordmark">
            <a href="/">
              <span class="wordmark-name">Variorum</span>
              <span class="wordmark-line">Country reports on human rights practices, side by side</span>
            </a>
          </p>
          {/* A page of the search has a larger one. */}
          {part === '/search' ? null : <QuickSearch />}
          <nav aria-label="Site">
            <ul class="site-parts">
              {PARTS.map(([address, name]) => (
                <li>
                  <a href={address} aria-current={part === address ? 'page' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      {stamp.sampleOnly && stamp.reports > 0 ? <SampleBanner /> : null}
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <footer class="colophon">
        <div class="wrap">
          <p>{UNOFFICIAL_NOTICE}</p>
          <p>
            This library holds {formatCount(stamp.reports, 'report')} with {formatCount(stamp.words, 'word')}.
            Its version is <code>{stamp.version}</code>. <a href="/sources">About the sources</a>
          </p>
        </div>
      </footer>
      <aside id="pins-status" class="pins-status screen-only" aria-label="Pins" hidden />
      <div id="said" class="said" role="status" />
    </body>
  );
}
