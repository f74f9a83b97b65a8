const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** 1 January 1980, 00:00: the first moment a zip file can name. */
const STILL_DATE = (1 << 5) | 1;

/**
 * The archive with one fixed time in place of all times of its entries, so that the same content is the same bytes
 * whenever it was made (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). For archives without a comment, made by ourselves.
 * @throws Error if this is no such archive
 */
export function stillZip(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY)
    throw new Error('This is no plain zip file.');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY || view.getUint32(local, true) !== LOCAL_ENTRY) {
      throw new Error('The directory of the zip file is damaged.');
    }
    setTime(view, at + 12);
    setTime(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, STILL_DATE, true);
}
