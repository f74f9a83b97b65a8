import yauzl from 'yauzl';

/** An entry of an archive as it stands in it. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
  readonly packed: boolean;
}

/** All entries of an archive, in order. */
export function readZip(bytes: Uint8Array): Promise<ZipEntry[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const entries: ZipEntry[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const pieces: Buffer[] = [];
          stream.on('error', reject);
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            entries.push({
              name: entry.fileName,
              text: Buffer.concat(pieces).toString('utf8'),
              packed: entry.compressionMethod !== 0,
            });
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** The text of the entry of that name. */
export async function readEntry(bytes: Uint8Array, name: string): Promise<string> {
  const found = (await readZip(bytes)).find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`The archive has no ${name}.`);
  return found.text;
}
