import type { Catalog } from '../domain/catalog.ts';
import type { Selection } from '../domain/selection.ts';

/** A selection as typed: each parameter may stand several times and hold several values between commas. */
export interface SelectionParameters {
  readonly years: readonly string[];
  readonly sections: readonly string[];
  readonly areas: readonly string[];
  readonly order: readonly string[];
}

/** What could be understood of it, for filling a form again, and every problem there is. */
export interface SelectionReading {
  readonly selection: Selection;
  readonly problems: readonly string[];
}

/** To be written. */
export declare function readSelection(
  parameters: SelectionParameters,
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
): SelectionReading;
