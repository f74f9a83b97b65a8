/** Passages a version can have; the ids of its passages are its own id times this, plus their order. */
const ROOM = 2 ** 24;

/** The id of a version's passage; migration 2 says why it is made so. */
export function passageId(versionId: number, order: number): number {
  if (order < 1 || order >= ROOM) throw new RangeError(`A passage cannot be number ${order} of its report.`);
  return versionId * ROOM + order;
}

/** The range of ids that a version's passages have, both ends inclusive. */
export function passageRange(versionId: number): readonly [first: number, last: number] {
  return [versionId * ROOM + 1, versionId * ROOM + ROOM - 1];
}

/** The id of the version that a passage belongs to, by the passage's id. */
export function versionOf(id: number): number {
  return Math.floor(id / ROOM);
}
