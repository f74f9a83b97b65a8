import { Crumbs } from '../components/crumbs.tsx';
import { GuideTable } from '../components/search/guide-table.tsx';
import { SearchForm } from '../components/search/search-form.tsx';
import type { Site } from '../document.tsx';
import { SEARCH_MANNERS } from '../query-guide.ts';
import { fillFields } from '../search-state.ts';

/** How to search, with an example of everything that can be typed. */
export function SearchHelpPage({ site }: { readonly site: Site }) {
  const empty = { text: '', years: [], areas: [], topics: [], sections: [] } as const;
  const fields = fillFields({ ...empty, order: 'relevance', spellings: true }, site.catalog);
  return (
    <div class="wrap search-page">
      <header class="page-head search-head">
        <Crumbs steps={[['Search', '/search']]} />
        <h1>How to search</h1>
        <p class="lead">
          What is typed is read as below, and the page always says what was searched, every operator written
          out. Each example leads to what it finds here.
        </p>
        <SearchForm site={site} fields={fields} guide={false} />
      </header>
      <section class="search-guide" aria-labelledby="signs">
        <h2 id="signs">What can be typed</h2>
        <GuideTable site={site} />
        <p class="hint">
          OR binds loosest, then AND, then NOT, then NEAR. Years, areas, topics and sections can be chosen
          beside the results as well.
        </p>
      </section>
      <section class="search-guide" aria-labelledby="manners">
        <h2 id="manners">What the search does by itself</h2>
        <dl class="rules prose">
          {SEARCH_MANNERS.map(({ title, text }) => (
            <div>
              <dt>
                <strong>{title}</strong>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="search-guide" aria-labelledby="addresses">
        <h2 id="addresses">Addresses and files</h2>
        <p>
          The address of a page of results is the search itself and can be passed on. With{' '}
          <code>/search.csv</code>, <code>/search.json</code> or <code>/search.md</code> in place of{' '}
          <code>/search</code> it gives all hits at once: the same passages, in the same order, with the same
          numbers.
        </p>
      </section>
    </div>
  );
}
