/** One of the files a packet is split into. */
export interface PacketPart {
  /** Pages of this part. */
  readonly pages: number;
  /** Of them, those that count against a limit: without what only verifies a schedule. */
  readonly countedPages: number;
  readonly bytes: Uint8Array;
}

/** A thread gives back one run of bytes: a head of 4 bytes that says how long the list of parts is, the list, the parts. */
export function packParts(parts: readonly PacketPart[]): Uint8Array {
  const list = Buffer.from(
    JSON.stringify(parts.map(({ pages, countedPages, bytes }) => [pages, countedPages, bytes.length])),
  );
  const head = Buffer.alloc(4);
  head.writeUInt32BE(list.length);
  return Buffer.concat([head, list, ...parts.map(({ bytes }) => bytes)]);
}

export function unpackParts(packed: Uint8Array): PacketPart[] {
  const buffer = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = 4 + buffer.readUInt32BE(0);
  const list = JSON.parse(buffer.toString('utf8', 4, at)) as [
    pages: number,
    countedPages: number,
    length: number,
  ][];
  return list.map(([pages, countedPages, length]) => {
    const bytes = buffer.subarray(at, at + length);
    at += length;
    return { pages, countedPages, bytes };
  });
}
