import { loadCatalog } from '../load-catalog.ts';
import { type FetchPlan, planFetch } from './plan-fetch.ts';
import { type FetchParameters, readFetchRequest } from './read-fetch-request.ts';

/** What a fetch into a new library would ask. @throws Problem invalid-input, naming everything that is wrong */
export function planWithoutLibrary(parameters: FetchParameters): FetchPlan {
  const catalog = loadCatalog();
  return planFetch(readFetchRequest(parameters, catalog), catalog, () => false);
}
