import FlexSearch from 'flexsearch';
import { countBy } from './count-by.mjs';
import { readPassages } from './passages.mjs';

/** Its index of words, with the texts kept beside it. */
export async function createFlexSearch(library) {
  const index = new FlexSearch.Index({ tokenize: 'strict' });
  const passages = new Map();
  for (const passage of readPassages(library)) {
    passages.set(passage.id, passage);
    index.add(passage.id, passage.text);
  }
  return async ({ words, any = false }) => {
    const found = index
      .search(words.join(' '), { limit: passages.size, suggest: any })
      .map((id) => passages.get(id));
    countBy(found, 'edition');
    countBy(found, 'area');
    return { total: found.length, shown: found.slice(0, 20).length };
  };
}
