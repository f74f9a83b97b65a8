// The processor comes without types; these are what the tests use of it.
declare module 'citeproc' {
  export class Engine {
    constructor(
      system: { retrieveLocale(language: string): string; retrieveItem(id: string): unknown },
      style: string,
    );
    updateItems(ids: readonly string[]): void;
    setOutputFormat(format: string): void;
    makeBibliography(): [unknown, string[]];
  }
}
