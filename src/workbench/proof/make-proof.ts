import { type Address, formatAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { PassageProof } from '../../domain/edition-tree.ts';
import { Problem } from '../../domain/problem.ts';
import type { Store } from '../../store/store.ts';
import { findOrder } from '../find-order.ts';
import { readReport } from '../read-report.ts';
import type { EditionDigests } from './edition-digests.ts';

/** A passage's proof as a file: what it is, for whoever finds it, and the proof itself. */
export interface ProofFile extends PassageProof {
  readonly about: string;
  readonly kind: 'variorum-proof';
  readonly schema: 1;
  readonly library: string;
  readonly officialAddress: string;
}

const ABOUT =
  'A proof that this text stands in the edition with this digest, as Variorum holds it. The page “Verifying” of its guide has the procedure and a script of some thirty lines that checks it without the library.';

/**
 * @throws Problem invalid-input if the address names no passage; not-found if it is not held, or not of the newest
 *   version of its report
 */
export async function makeProof(
  address: Address,
  catalog: Catalog,
  store: Store,
  digests: EditionDigests,
): Promise<ProofFile> {
  if (address.section === null || address.passage === null) {
    throw new Problem('invalid-input', `“${formatAddress(address)}” names no passage.`, [
      'A passage’s address ends with a colon and its number, as 2021/mli#1.c:4.',
    ]);
  }
  const library = await store.getStamp();
  const { report } = await readReport(address, address.version, catalog, store);
  const order = findOrder(report.sections, address, report);
  return {
    about: ABOUT,
    kind: 'variorum-proof',
    schema: 1,
    library: library.version,
    officialAddress: report.provenance.address,
    ...(await digests.prove(report, order)),
  };
}
