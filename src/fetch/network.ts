/** The network as the fetcher sees it. */
export interface Network {
  /** All addresses to which a host's name leads. */
  resolve(host: string): Promise<readonly string[]>;
  /**
   * For tests only, and not to be had from any flag or variable: hosts whose requests go to a port of this
   * machine, unless `secure` without encryption. All other hosts are asked as ever.
   */
  readonly replica: {
    readonly hosts: ReadonlySet<string>;
    readonly port: number;
    readonly secure?: boolean;
  } | null;
}
