import MiniSearch from 'minisearch';
import { countBy } from './count-by.mjs';
import { readPassages } from './passages.mjs';

/** It keeps the texts for showing them, and facets are counted from all that it finds. */
export async function createMiniSearch(library) {
  const index = new MiniSearch({ fields: ['text'], storeFields: ['text', 'edition', 'area'] });
  for (const passage of readPassages(library)) index.add(passage);
  return async ({ words, any = false, prefix = false }) => {
    const found = index.search(words.join(' '), { combineWith: any ? 'OR' : 'AND', prefix });
    countBy(found, 'edition');
    countBy(found, 'area');
    return { total: found.length, shown: found.slice(0, 20).length };
  };
}
