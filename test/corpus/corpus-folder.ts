/**
 * The folder of unpacked real pages, `<year>/<slug>.html`, that the environment variable CORPUS names, or null:
 * `describe.skipIf(corpusFolder === null)('…', …)`.
 */
export const corpusFolder: string | null = process.env.CORPUS || null;
