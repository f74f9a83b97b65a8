/** The small search box in every page’s head. */
export function QuickSearch() {
  return (
    <search class="quick-search" aria-label="All reports">
      <form action="/search" method="get">
        <label class="unseen" for="quick-q">
          Search all passages
        </label>
        <input
          type="search"
          id="quick-q"
          name="q"
          placeholder="Search all passages"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          aria-keyshortcuts="/"
          data-search-box
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}
