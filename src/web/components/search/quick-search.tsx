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
        <button type="submit" aria-label="Search">
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="1.6" />
            <path d="M10.4 10.4 14.5 14.5" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
          </svg>
        </button>
      </form>
    </search>
  );
}
