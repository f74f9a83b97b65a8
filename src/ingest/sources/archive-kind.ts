/** The archives that are read. */
export type ArchiveKind = 'zip' | 'tar' | 'tar.gz' | 'tar.xz' | 'warc' | 'wacz';

/** What the first bytes of a file show. `archive` is null where it is nothing that is read. */
export interface Content {
  readonly archive: ArchiveKind | null;
  /** In words: `gzip data`. */
  readonly called: string;
}

/** How many bytes `findContent` looks at. */
export const CONTENT_HEAD_BYTES = 512;

/** What a person may name, for messages. */
export const READABLE_KINDS =
  'a folder, a page (.html, .htm), an archive (.zip, .tar, .tar.gz, .tgz, .tar.xz, .txz) or a web archive (.warc, .warc.gz, .wacz)';

const ENDINGS: readonly (readonly [RegExp, ArchiveKind])[] = [
  [/\.zip$/i, 'zip'],
  [/\.tar$/i, 'tar'],
  [/\.(tar\.gz|tgz)$/i, 'tar.gz'],
  [/\.(tar\.xz|txz)$/i, 'tar.xz'],
  [/\.warc(\.gz)?$/i, 'warc'],
  [/\.wacz$/i, 'wacz'],
];

/** The first bytes by which a format is known, and where in the file they stand. */
const SIGNATURES: readonly (Content & { readonly at: number; readonly bytes: readonly number[] })[] = [
  { archive: 'zip', called: 'a zip archive', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { archive: 'zip', called: 'a zip archive', at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { archive: 'tar.gz', called: 'gzip data', at: 0, bytes: [0x1f, 0x8b] },
  { archive: 'tar.xz', called: 'xz data', at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  {
    archive: 'tar',
    called: 'a tar archive without compression',
    at: 257,
    bytes: [0x75, 0x73, 0x74, 0x61, 0x72],
  },
  { archive: 'warc', called: 'a web archive (WARC)', at: 0, bytes: [0x57, 0x41, 0x52, 0x43, 0x2f] },
  { archive: null, called: 'a 7-Zip archive', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { archive: null, called: 'a RAR archive', at: 0, bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { archive: null, called: 'bzip2 data', at: 0, bytes: [0x42, 0x5a, 0x68] },
  { archive: null, called: 'zstd data', at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { archive: null, called: 'a PDF', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

/** The archive that a name promises, or null. */
export function findArchiveKind(name: string): ArchiveKind | null {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** Whether a file that begins in one way can be an archive of a kind: some kinds are packed in another. */
export function isKindOf(content: Content, kind: ArchiveKind): boolean {
  if (kind === 'warc' && content.archive === 'tar.gz') return true;
  return content.archive === (kind === 'wacz' ? 'zip' : kind);
}

/** What the first bytes of a file show, or null where they are nothing known. */
export function findContent(head: Uint8Array): Content | null {
  const match = SIGNATURES.find(({ at, bytes }) => bytes.every((byte, i) => head[at + i] === byte));
  return match ? { archive: match.archive, called: match.called } : null;
}
