import type { Area } from '../../domain/area.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { lastReportedAddress } from '../addresses.ts';
import type { AgesState } from '../passage-ages.ts';

/** What the signs in the margin mean, or why there are none. */
export function AgesNote({
  state,
  area,
  address,
}: {
  readonly state: AgesState;
  readonly area: Area;
  readonly address: string;
}) {
  switch (state) {
    case 'none':
      return null;
    case 'coming':
      return (
        <p class="ages-note">
          How old each passage is, is still being made out: <a href={address}>load this page again</a> to see
          it.
        </p>
      );
    case 'failed':
      return (
        <p class="ages-note">
          How old each passage is could not be made out; the fault is ours. The text below is whole.
        </p>
      );
    case 'shown':
      return (
        <p class="ages-note">
          Beside each passage stands how old its wording is, as far as the editions held tell; it opens the
          passage’s history.{' '}
          <label>
            <input type="checkbox" id="print-ages" /> Print it too
          </label>{' '}
          · <a href={lastReportedAddress(area)}>What later editions no longer have</a>
        </p>
      );
    default:
      return assertNever(state);
  }
}
