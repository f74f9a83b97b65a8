import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of pages, `<year>/<slug>.html`, as a publisher would offer them. */
export interface PublisherPages {
  readonly years: readonly number[];
  slugsOf(year: number): readonly string[];
  read(year: number, slug: string): Buffer | null;
}

export function openPublisherPages(folder: string): PublisherPages {
  const years = readdirSync(folder)
    .filter((name) => /^\d{4}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
  const slugs = new Map(
    years.map((year) => [
      year,
      readdirSync(join(folder, String(year)))
        .filter((name) => name.endsWith('.html'))
        .map((name) => name.slice(0, -5))
        .sort(),
    ]),
  );
  return {
    years,
    slugsOf: (year) => slugs.get(year) ?? [],
    read(year, slug) {
      const file = join(folder, String(year), `${slug}.html`);
      return /^[\w-]+$/.test(slug) && existsSync(file) ? readFileSync(file) : null;
    },
  };
}
