import type { ComparisonView, Side } from '../domain/comparison-view.ts';
import type { Passage } from '../domain/passage.ts';
import { reportAddress } from './addresses.ts';

/** Where a passage stands in its report: in that very version. */
export function passageAddressIn(view: ComparisonView): (side: Side, passage: Passage) => string {
  return (side, { section, number }) =>
    `${reportAddress(view[side].head, view[side].head.version)}#${section}:${number}`;
}
