declare module '@harvard-lil/js-wacz' {
  export class WACZ {
    constructor(options: {
      readonly input: readonly string[];
      readonly output: string;
      readonly log: object;
    });
    process(): Promise<void>;
  }
}
