/** Where an archive turned out broken or cut short. */
export class ArchiveDamage extends Error {
  /** The byte of the file, counted from 0: of the damage, or of the beginning of the packed record that has it. */
  readonly at: number;

  /** @param why a clause: “a record ends too early” */
  constructor(at: number, why: string) {
    super(why);
    this.at = at;
  }
}
