/** The name by which a robots.txt may speak of this program. */
export const PRODUCT = 'Variorum';

/** Who asks, told to every host. */
export function describeUserAgent(version: string, contact: string): string {
  return `${PRODUCT}/${version} (independent library of public reports; contact: ${contact})`;
}
