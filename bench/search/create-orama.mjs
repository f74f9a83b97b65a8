import { create, insertMultiple, search } from '@orama/orama';
import { readPassages } from './passages.mjs';

/** With its own facets. It takes every word for a beginning; asked for whole words it reads each text again. */
export async function createOrama(library) {
  const database = create({ schema: { text: 'string', edition: 'enum', area: 'enum' } });
  let some = [];
  for (const { id, text, edition, area } of readPassages(library)) {
    some.push({ id: String(id), text, edition, area });
    if (some.length < 5_000) continue;
    await insertMultiple(database, some, 5_000);
    some = [];
  }
  await insertMultiple(database, some, 5_000);
  return async ({ words, any = false }) => {
    const { count, hits } = await search(database, {
      term: words.join(' '),
      properties: ['text'],
      threshold: any ? 1 : 0,
      tolerance: 0,
      limit: 20,
      facets: { edition: {}, area: {} },
    });
    return { total: count, shown: hits.length };
  };
}
