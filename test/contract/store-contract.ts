import { describe } from 'vitest';
import { describeCaptures } from './captures-contract.ts';
import { describeCorrections } from './corrections-contract.ts';
import { describeErrors } from './errors-contract.ts';
import { describeFindings } from './findings-contract.ts';
import { describeHeadings } from './headings-contract.ts';
import type { NewPlace } from './library-place.ts';
import { describeLists } from './lists-contract.ts';
import { describePairs } from './pairs-contract.ts';
import { describeRevision } from './revision-contract.ts';
import { describeSamples } from './samples-contract.ts';
import { describeSaving } from './saving-contract.ts';
import { describeSnapshots } from './snapshot-contract.ts';
import { describeTexts } from './texts-contract.ts';
import { describeVersions } from './versions-contract.ts';

/** Everything that src/store/store.ts promises, to be run for each backend. */
export function describeStore(name: string, newPlace: NewPlace): void {
  describe(`a library in ${name}`, () => {
    describeSaving(newPlace);
    describeVersions(newPlace);
    describeLists(newPlace);
    describeTexts(newPlace);
    describeSnapshots(newPlace);
    describeFindings(newPlace);
    describeHeadings(newPlace);
    describeCaptures(newPlace);
    describeCorrections(newPlace);
    describeSamples(newPlace);
    describePairs(newPlace);
    describeRevision(newPlace);
    describeErrors(newPlace);
  });
}
