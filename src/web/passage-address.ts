import { formatAddress } from '../domain/address.ts';
import type { ComparisonView, Side } from '../domain/comparison-view.ts';
import type { Passage } from '../domain/passage.ts';
import { reportAddress } from './addresses.ts';
import { citePlaceAddress, pinsAddress } from './cite-addresses.ts';

/** Where a passage stands in its report: in that very version. */
export function passageAddressIn(view: ComparisonView): (side: Side, passage: Passage) => string {
  return (side, { section, number }) =>
    `${reportAddress(view[side].head, view[side].head.version)}#${section}:${number}`;
}

/** Where passages of one side are cited, in that very version. */
export function citeAddressIn(view: ComparisonView): (side: Side, passages: readonly Passage[]) => string {
  return (side, passages) => {
    const { edition, area, version } = view[side].head;
    const places = passages.map(({ section, number }) => ({
      edition,
      area,
      version,
      section,
      passage: number,
    }));
    const [only] = places;
    return places.length === 1 && only !== undefined
      ? citePlaceAddress(only)
      : pinsAddress(places.map((place) => formatAddress(place)));
  };
}
