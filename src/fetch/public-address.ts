import ipaddr from 'ipaddr.js';

/**
 * Why an address may not be connected to, in words; null if it is one of the open internet. Everything that is not
 * plainly that is refused: private, loopback, link-local (where clouds keep their keys), shared, multicast and
 * reserved ranges, and IPv6 that wraps any of them (mapped, NAT64) or tunnels (6to4, Teredo).
 */
export function findUnreachableRange(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'it is no address';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  // NAT64: where a network has no IPv4 of its own, every IPv4 address is wrapped in such a one (RFC 6052, 2.1).
  if (range === 'rfc6052') return findUnreachableRange(parsed.toByteArray().slice(-4).join('.'));
  return range === 'unicast' ? null : (RANGES[range] ?? `its range is “${range}”`);
}

const RANGES: Readonly<Record<string, string>> = {
  loopback: 'it leads to this machine itself',
  private: 'it leads into a private network',
  uniqueLocal: 'it leads into a private network',
  linkLocal: 'it leads to the neighbours of this machine',
  carrierGradeNat: 'it leads into a provider’s own network',
  unspecified: 'it leads to this machine itself',
};
