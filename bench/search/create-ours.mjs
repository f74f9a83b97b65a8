import { openWorkbench } from '../../dist/workbench/open-workbench.js';

const NOTHING = { years: [], areas: [], topics: [], sections: [], order: [] };

/** Through the workbench, as the doors ask: the twenty best with their marks, the total and all facets. */
export async function createOurs(library) {
  const workbench = await openWorkbench({ library, readonly: true });
  const ask = async ({ typed, spellings = 'off' }) => {
    try {
      const request = await workbench.parseSearch({ ...NOTHING, q: [typed], spellings: [spellings] });
      const answer = await workbench.searchPassages(request, { cursor: null, size: 20 });
      return { total: answer.passages, shown: answer.hits.length };
    } catch (error) {
      if (error.kind !== 'invalid-input') throw error;
      return { total: 0, shown: 0, refused: error.details.join(' ') };
    }
  };
  await ask({ typed: 'xyzzy' });
  return ask;
}
