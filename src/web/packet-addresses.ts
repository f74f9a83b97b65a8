/** `/packet?pins=2021/mli%231.c:4,…`: a packet of these passages, for who has no JavaScript. */
export function packetAddress(pins: readonly string[]): string {
  const query = pins.map((pin) => pin.replaceAll('#', '%23')).join(',');
  return query === '' ? '/packet' : `/packet?pins=${query}`;
}
