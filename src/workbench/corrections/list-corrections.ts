import type { Address } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Correction, CorrectionFilter, JudgedPassage } from '../../domain/correction.ts';
import type { CorrectionList, ListedCorrection } from '../../domain/correction-list.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Store } from '../../store/store.ts';
import { findCopy } from './resolve-corrections.ts';

/** All corrections, each with whether it applies to what is held now. */
export async function listCorrections(
  { area, editions }: CorrectionFilter,
  catalog: Catalog,
  store: Store,
): Promise<CorrectionList> {
  const corrections = await store.listCorrections({ area, editions });
  const places = createPlaces(store);
  const listed: ListedCorrection[] = [];
  for (const correction of corrections) listed.push(await tellState(correction, places));
  return {
    area: area === null ? null : catalog.getArea(area),
    editions,
    corrections: listed,
    library: await store.getStamp(),
  };
}

async function tellState(correction: Correction, places: Places): Promise<ListedCorrection> {
  if (correction.withdrawn !== null) return { correction, state: 'withdrawn', reason: null, now: null };
  const { left, right } = correction;
  // Two versions of one edition are those that were judged; else the newest of each edition count.
  const isWithin = left.edition === right.edition;
  const [older, newer] = [await places.find(left, isWithin), await places.find(right, isWithin)];
  const reasons = [older, newer].flatMap((found) => (typeof found === 'string' ? found : []));
  return typeof older === 'string' || typeof newer === 'string'
    ? { correction, state: 'not-applicable', reason: reasons.join(' '), now: null }
    : { correction, state: 'applies', reason: null, now: { left: older, right: newer } };
}

interface Places {
  /** Where the text stands, or in a sentence why it does not. */
  find(judged: JudgedPassage, inVersion: boolean): Promise<Address | string>;
}

type Place = Pick<Passage, 'section' | 'number' | 'digest'>;

/** Remembers of each report no more than where which text stands. */
function createPlaces(store: Store): Places {
  const known = new Map<string, Promise<readonly Place[] | null>>();
  const read = async (judged: JudgedPassage, inVersion: boolean): Promise<readonly Place[] | null> => {
    const head = await store.findHead(judged, inVersion ? judged.version : null);
    if (head === null) return null;
    const passages = await store.readPassages(head, null);
    return passages.map(({ section, number, digest }) => ({ section, number, digest }));
  };
  return {
    async find(judged, inVersion) {
      const { edition, area, version } = judged;
      const key = `${edition}/${area}${inVersion ? `@${version}` : ''}`;
      const places = known.get(key) ?? read(judged, inVersion);
      known.set(key, places);
      const held = await places;
      const report = inVersion ? `version ${version} of the ${edition} report` : `the ${edition} report`;
      if (held === null) return `This library does not hold ${report}.`;
      const found = findCopy(held, judged);
      return found === null
        ? `The text of ${key}#${judged.section}:${judged.passage} no longer stands in ${report}.`
        : {
            edition,
            area,
            version: inVersion ? version : null,
            section: found.section,
            passage: found.number,
          };
    },
  };
}
